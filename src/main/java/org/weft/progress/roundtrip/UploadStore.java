package org.weft.progress.roundtrip;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uploaded files in the database: each of one account, which alone is told of it. */
@Component
class UploadStore {

    private static final String COUNTS = """
            count(*) filter (where r.verdict > 0) as differing,
            count(*) filter (where r.due_verdict = 1 or r.due_verdict = 2 and r.choice = 'FILE') as dues,
            count(*) filter (where r.target_verdict = 1 or r.target_verdict = 2 and r.choice = 'FILE') as targets,
            count(*) filter (where r.status_verdict = 1 or r.status_verdict = 2 and r.choice = 'FILE') as statuses,
            count(*) filter (where r.lead_verdict = 1 or r.lead_verdict = 2 and r.choice = 'FILE') as leads,
            count(distinct case when 1 in (r.due_verdict, r.target_verdict, r.status_verdict, r.lead_verdict)
                or r.verdict = 2 and r.choice = 'FILE' then r.participant_id end) as people,
            count(*) filter (where r.verdict = 0) as already,
            count(*) filter (where r.verdict = 2) as conflicts,
            count(*) filter (where r.verdict = 3) as refused,
            count(*) filter (where r.verdict >= 2 and r.choice is null) as undecided""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final EditProperties properties;

    UploadStore(JdbcClient jdbc, Clock clock, EditProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    long insert(long accountId, long cycleId, String fileName) {
        var id = jdbc.sql("select nextval('assignment_upload_seq')")
                .query(Long.class)
                .single();
        var now = clock.instant();
        jdbc.sql("""
                        insert into assignment_upload (id, account_id, cycle_id, file_name, state, created_at, expires_at)
                        values (:id, :account, :cycle, :name, 'OPEN', :now, :expires)""")
                .param("id", id)
                .param("account", accountId)
                .param("cycle", cycleId)
                .param("name", fileName.length() <= 300 ? fileName : fileName.substring(0, 300))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(properties.keep())))
                .update();
        return id;
    }

    void read(long id, FileReading reading) {
        jdbc.sql("update assignment_upload set row_count = ?, untouched = ?, problems = ? where id = ?")
                .params(reading.rows(), reading.untouched(), reading.problems(), id)
                .update();
    }

    /** Deletes the account's oldest, so that with one more there are not too many. */
    void makeRoom(long accountId) {
        jdbc.sql("""
                        delete from assignment_upload where account_id = :account and id not in (
                            select id from assignment_upload where account_id = :account
                            order by created_at desc, id desc fetch first %d rows only)""".formatted(properties.most() - 1))
                .param("account", accountId)
                .update();
    }

    /** The account's, the latest first. */
    List<EditUpload> list(long accountId) {
        return uploads("u.account_id = :account", accountId, 0);
    }

    Optional<EditUpload> find(long accountId, long id) {
        return uploads("u.account_id = :account and u.id = :id", accountId, id).stream()
                .findFirst();
    }

    private List<EditUpload> uploads(String which, long accountId, long id) {
        return jdbc.sql("select u.id, u.cycle_id, u.file_name, u.row_count, u.untouched, u.problems, u.created_at,"
                        + " u.applied_at, u.expires_at, " + COUNTS
                        + " from assignment_upload u left join assignment_upload_row r on r.upload_id = u.id where "
                        + which + " and u.expires_at > :now group by u.id, u.cycle_id, u.file_name, u.row_count,"
                        + " u.untouched, u.problems, u.created_at, u.applied_at, u.expires_at"
                        + " order by u.created_at desc, u.id desc")
                .param("account", accountId)
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .query(UploadStore::upload)
                .list();
    }

    /** Holds it until the transaction ends, so that of two who apply it the second finds it applied. */
    boolean hold(long accountId, long id) {
        return jdbc.sql("""
                        select id from assignment_upload
                        where id = ? and account_id = ? and expires_at > ? for update""")
                .params(id, accountId, Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    void applied(long id) {
        jdbc.sql("update assignment_upload set state = 'APPLIED', applied_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    void remove(long accountId, long id) {
        jdbc.sql("delete from assignment_upload where id = ? and account_id = ?")
                .params(id, accountId)
                .update();
    }

    void clean() {
        jdbc.sql("delete from assignment_upload where expires_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static EditUpload upload(ResultSet row, int number) throws SQLException {
        return new EditUpload(
                row.getLong("id"),
                row.getLong("cycle_id"),
                row.getString("file_name"),
                row.getInt("row_count"),
                row.getInt("untouched"),
                row.getInt("problems"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("applied_at")),
                row.getTimestamp("expires_at").toInstant(),
                new EditCounts(
                        row.getInt("differing"),
                        row.getInt("dues"),
                        row.getInt("targets"),
                        row.getInt("statuses"),
                        row.getInt("leads"),
                        row.getInt("people"),
                        row.getInt("already"),
                        row.getInt("conflicts"),
                        row.getInt("refused"),
                        row.getInt("undecided")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
