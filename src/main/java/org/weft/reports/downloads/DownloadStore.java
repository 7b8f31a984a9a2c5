package org.weft.reports.downloads;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.ExecutiveReach;
import org.weft.access.Role;
import org.weft.base.Text;
import org.weft.progress.ProgressView;
import org.weft.reports.ReportKind;
import org.weft.reports.ReportRequest;
import org.weft.workbook.FileFormat;

/**
 * The downloads and their pieces in the database. Whatever is written while a workbook is made is a short transaction of
 * its own beside the long one that reads, and is refused once another run, or a wish to cancel, has come between.
 */
@Component
class DownloadStore {

    private static final int FILTER_LENGTH = 1000;
    private static final String MINE = " where id = :id and run = :run and state = 'RUNNING'";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReportProperties properties;

    DownloadStore(JdbcClient jdbc, Clock clock, ReportProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    /** @param madeFor null until it was made */
    record Row(ReportDownload download, @Nullable MadeFor madeFor) {}

    /**
     * Within the caller's transaction, so that the task comes with it. Fails where the same is under way.
     *
     * @param filter in words
     */
    long insert(long accountId, ReportRequest request, String cycle, String filter, long expectedRows) {
        var id = jdbc.sql("select nextval('report_download_seq')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into report_download (id, account_id, kind, cycle_id, cycle_label, format, asked_view,
                            asked_words, language, zone, state,
                            making, rows_expected, requested_at)
                        values (:id, :account, :kind, :cycle, :label, :format, :view, :words, :language, :zone, 'WAITING', :making, :expected,
                            :now)""")
                .param("id", id)
                .param("account", accountId)
                .param("kind", request.kind().name())
                .param("cycle", request.cycleId())
                .param("label", cycle)
                .param("format", request.format().name())
                .param("view", request.view().query())
                .param("words", filter.length() > FILTER_LENGTH ? filter.substring(0, FILTER_LENGTH) : filter)
                .param("making", making(request))
                .param("language", request.locale().toLanguageTag())
                .param("zone", request.zone().getId())
                .param("expected", expectedRows)
                .param("now", now())
                .update();
        return id;
    }

    /** What tells apart what an account may have under way of one report and cycle. */
    private static String making(ReportRequest request) {
        var view = request.view().query();
        // Its letters may be more than a key of PostgreSQL's holds.
        return request.format()
                + (view.isEmpty() ? "" : " " + UUID.nameUUIDFromBytes(view.getBytes(StandardCharsets.UTF_8)));
    }

    Optional<Long> underWay(long accountId, ReportRequest request) {
        return jdbc.sql("""
                        select id from report_download
                        where account_id = :account and kind = :kind and cycle_id = :cycle and making = :making""")
                .param("account", accountId)
                .param("kind", request.kind().name())
                .param("cycle", request.cycleId())
                .param("making", making(request))
                .query(Long.class)
                .optional();
    }

    int countUnderWay(long accountId) {
        return jdbc.sql("select count(*) from report_download where account_id = :account and making is not null")
                .param("account", accountId)
                .query(Integer.class)
                .single();
    }

    /** Deletes the account's oldest that are not under way, so that with one more there are not too many. */
    void makeRoom(long accountId) {
        jdbc.sql("""
                        delete from report_download
                        where account_id = :account and making is null and id not in (
                            select id from report_download where account_id = :account
                            order by case when making is not null then 0 else 1 end, requested_at desc, id desc
                            fetch first %d rows only)""".formatted(properties.most() - 1))
                .param("account", accountId)
                .update();
    }

    /** The account's, the latest first. */
    List<Row> list(long accountId) {
        return kept(accountId, "order by requested_at desc, id desc").list();
    }

    /** The account's own, unless its time is over. */
    Optional<Row> find(long accountId, long id) {
        return kept(accountId, "and id = " + id).optional();
    }

    private JdbcClient.MappedQuerySpec<Row> kept(long accountId, String which) {
        return jdbc.sql("""
                        select * from report_download
                        where account_id = :account and (expires_at is null or expires_at > :now)\s""" + which)
                .param("account", accountId)
                .param("now", now())
                .query(DownloadStore::row);
    }

    /** Calls it off where it is still under way, and deletes what there is of it. From here on nothing is added to it. */
    @Transactional
    public boolean cancel(long accountId, long id) {
        var cancelled = jdbc.sql("""
                                update report_download set making = null, state = 'CANCELLED', size = 0, finished_at = :now,
                                    expires_at = :expires
                                where id = :id and account_id = :account and making is not null""")
                        .param("now", now())
                        .param("expires", expires())
                        .param("id", id)
                        .param("account", accountId)
                        .update()
                > 0;
        if (cancelled) {
            deletePieces(id);
        }
        return cancelled;
    }

    void remove(long accountId, long id) {
        jdbc.sql("delete from report_download where id = :id and account_id = :account and making is null")
                .param("id", id)
                .param("account", accountId)
                .update();
    }

    /** Takes it up from nothing; empty where it is no longer wanted. */
    @Transactional
    public Optional<Making> begin(long id) {
        var begun = jdbc.sql("""
                        update report_download set state = 'RUNNING', run = run + 1, rows_done = 0, size = 0
                        where id = :id and making is not null""").param("id", id).update();
        if (begun == 0) {
            return Optional.empty();
        }
        deletePieces(id);
        return jdbc.sql("select * from report_download where id = :id")
                .param("id", id)
                .query((row, n) -> new Making(
                        id,
                        row.getInt("run"),
                        row.getLong("account_id"),
                        new ReportRequest(
                                ReportKind.valueOf(row.getString("kind")),
                                row.getLong("cycle_id"),
                                FileFormat.valueOf(row.getString("format")),
                                ProgressView.of(row.getString("asked_view")),
                                Locale.forLanguageTag(row.getString("language")),
                                ZoneId.of(row.getString("zone")))))
                .optional();
    }

    /** Says how far it is; false where it is not to go on. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean progress(Making making, long rows) {
        return mine("update report_download set rows_done = :rows" + MINE, making)
                        .param("rows", rows)
                        .update()
                > 0;
    }

    /** Adds a piece; false where it is not to go on. The row is held, so that whoever cancels deletes this piece as well. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean add(Making making, int number, byte[] content) {
        var wanted = mine("update report_download set size = size + :bytes" + MINE, making)
                        .param("bytes", content.length)
                        .update()
                > 0;
        if (wanted) {
            jdbc.sql("insert into report_piece (download_id, number, content) values (:id, :number, :content)")
                    .param("id", making.id())
                    .param("number", number)
                    .param("content", content)
                    .update();
        }
        return wanted;
    }

    /** It is there, and all of its pieces are. */
    @Transactional
    public void ready(Making making, String fileName, MadeFor madeFor) {
        end("READY", ", file_name = :name, made_roles = :roles, made_person = :person, made_reach = :reach", making)
                .param("name", fileName)
                .param(
                        "roles",
                        madeFor.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")))
                .param("person", madeFor.personId())
                .param("reach", madeFor.reach().name())
                .update();
    }

    /** @param problem of its values, only the first is kept */
    @Transactional
    public void failed(Making making, Text problem) {
        var failed = end("FAILED", ", size = 0, error_key = :key, error_detail = :detail", making)
                .param("key", problem.key())
                .param(
                        "detail",
                        problem.args().isEmpty()
                                ? null
                                : problem.args().getFirst().toString())
                .update();
        if (failed > 0) {
            deletePieces(making.id());
        }
    }

    /** For another node to take up. */
    @Transactional
    public void putBack(Making making) {
        var back = mine(
                        "update report_download set state = 'WAITING', run = run - 1, rows_done = 0, size = 0" + MINE,
                        making)
                .update();
        if (back > 0) {
            deletePieces(making.id());
        }
    }

    byte[] piece(long id, int number) {
        return jdbc.sql("select content from report_piece where download_id = :id and number = :number")
                .param("id", id)
                .param("number", number)
                .query(byte[].class)
                .optional()
                .orElseGet(() -> new byte[0]);
    }

    /** Deletes what has expired, and any piece of one that is neither there nor being made. */
    @Transactional
    public void clean() {
        jdbc.sql("delete from report_download where expires_at <= :now")
                .param("now", now())
                .update();
        jdbc.sql("""
                        delete from report_piece where download_id in (
                            select id from report_download where state not in ('RUNNING', 'READY'))""").update();
    }

    private void deletePieces(long id) {
        jdbc.sql("delete from report_piece where download_id = :id")
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec end(String state, String more, Making making) {
        return mine(
                        "update report_download set making = null, state = :state, finished_at = :now, expires_at = :expires"
                                + more + MINE,
                        making)
                .param("state", state)
                .param("now", now())
                .param("expires", expires());
    }

    private JdbcClient.StatementSpec mine(String sql, Making making) {
        return jdbc.sql(sql).param("id", making.id()).param("run", making.run());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp expires() {
        return Timestamp.from(clock.instant().plus(properties.keep()));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var error = row.getString("error_key");
        var detail = row.getString("error_detail");
        var roles = row.getString("made_roles");
        return new Row(
                new ReportDownload(
                        row.getLong("id"),
                        ReportKind.valueOf(row.getString("kind")),
                        row.getString("cycle_label"),
                        FileFormat.valueOf(row.getString("format")),
                        row.getString("asked_words"),
                        DownloadState.valueOf(row.getString("state")),
                        row.getLong("rows_done"),
                        row.getLong("rows_expected"),
                        row.getString("file_name"),
                        row.getLong("size"),
                        error == null ? null : detail == null ? Text.of(error) : Text.of(error, detail),
                        row.getTimestamp("requested_at").toInstant(),
                        instant(row.getTimestamp("expires_at"))),
                roles == null
                        ? null
                        : new MadeFor(
                                roles(roles),
                                row.getObject("made_person", Long.class),
                                ExecutiveReach.valueOf(row.getString("made_reach"))));
    }

    private static Set<Role> roles(String names) {
        return Stream.of(names.split(",")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
