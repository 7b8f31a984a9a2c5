package org.weft.programs;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.audit.CurrentActor;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;
import org.weft.people.Level;

/**
 * What all changes of many things at once have in common: each happens once, however often it is asked for, keeps what
 * was before, and is taken back at most once. For the features that make such changes, in their transactions.
 */
@Component
public class BulkChanges {

    /** Of what a change is. */
    public enum Kind {
        DUE_DATE,
        WAIVE,
        LEAD
    }

    private static final int LONGEST_REQUEST_ID = 60;
    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final CurrentUser currentUser;
    private final Clock clock;

    BulkChanges(JdbcClient jdbc, CurrentActor actor, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * A change that was begun.
     *
     * @param answer what the same request did before, null where it is new
     */
    public record Begun(long id, @Nullable BulkResult answer) {}

    /**
     * Begins a change. Of two with the same request id the second waits here for the first, and gets its answer.
     *
     * @throws NotFoundException where the request id belongs to somebody else or to something else
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Begun begin(Kind kind, String requestId) {
        if (requestId.isBlank() || requestId.length() > LONGEST_REQUEST_ID) {
            throw new NotFoundException("request", requestId);
        }
        var isNew = jdbc.sql("""
                        insert into bulk_change (kind, request_id, created_at, created_by)
                        values (:kind, :request, :now, :actor) on conflict do nothing""")
                        .param("kind", kind.name())
                        .param("request", requestId)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("actor", actor.get().accountId(), Types.BIGINT)
                        .update()
                == 1;
        record Row(long id, String kind, @Nullable Long createdBy, int people, int things, int leftOut) {}
        var row = jdbc.sql(
                        "select id, kind, created_by, people, things, left_out from bulk_change where request_id = ?")
                .param(requestId)
                .query(Row.class)
                .single();
        if (!row.kind().equals(kind.name())
                || !Objects.equals(row.createdBy(), actor.get().accountId())) {
            throw new NotFoundException("request", requestId);
        }
        return new Begun(row.id(), isNew ? null : new BulkResult(row.id(), row.people(), row.things(), row.leftOut()));
    }

    /** Ends a change: counts what it kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public BulkResult end(long id, int marked) {
        var result = jdbc.sql("""
                        select count(distinct participant_id) as people, count(*) as things
                        from bulk_change_item where bulk_change_id = ?""")
                .param(id)
                .query((row, n) ->
                        new BulkResult(id, row.getInt("people"), row.getInt("things"), marked - row.getInt("people")))
                .single();
        jdbc.sql("update bulk_change set people = ?, things = ?, left_out = ? where id = ?")
                .params(result.people(), result.things(), result.leftOut(), id)
                .update();
        return result;
    }

    /**
     * Begins to take a change back. Of two who do the second finds it undone.
     *
     * @return the participants it changed, in the order in which they are locked
     * @throws NotFoundException for all but HR and whoever made it
     * @throws InvalidInputException where it is taken back already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> beginUndo(long id, Kind... kinds) {
        record Row(
                String kind,
                @Nullable Long createdBy,
                @Nullable Timestamp undoneAt) {}
        var change = jdbc.sql("select kind, created_by, undone_at from bulk_change where id = ? for update")
                .param(id)
                .query(Row.class)
                .optional()
                .filter(row -> List.of(kinds).contains(Kind.valueOf(row.kind())))
                .filter(row -> currentUser.has(Role.HR)
                        || Objects.equals(row.createdBy(), actor.get().accountId()))
                .orElseThrow(() -> new NotFoundException("bulk change", id));
        if (change.undoneAt() != null) {
            throw new InvalidInputException(Text.of("programs.bulk.undo.already"));
        }
        return jdbc.sql("""
                        select distinct participant_id from bulk_change_item where bulk_change_id = ?
                        order by participant_id""").param(id).query(Long.class).list();
    }

    /** Ends the taking back. What {@code taken_back} does not mark has been kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public BulkUndone endUndo(long id) {
        jdbc.sql("update bulk_change set undone_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        return jdbc.sql("""
                        select count(*) filter (where taken_back) as back, count(*) filter (where not taken_back) as kept
                        from bulk_change_item where bulk_change_id = ?""")
                .param(id)
                .query((row, n) -> new BulkUndone(row.getInt("back"), row.getInt("kept")))
                .single();
    }

    /**
     * Works through participants in the order in which they are locked, each once.
     *
     * @return how many there are
     */
    public static int inOrder(Collection<Long> participantIds, BulkProgress progress, Consumer<List<Long>> work) {
        var ids = List.copyOf(new TreeSet<>(participantIds));
        inChunks(ids, progress, work);
        return ids.size();
    }

    /**
     * Finds out what a change would do.
     *
     * @param found {@code participant_id, verdict, things, outside} of a chunk of participants, one row each
     */
    public static BulkFindings find(
            Collection<Long> participantIds,
            BulkProgress progress,
            Function<List<Long>, JdbcClient.StatementSpec> found) {
        record Found(int verdict, int things, int outside) {}
        var findings = new BulkFindings.Builder();
        inChunks(List.copyOf(new LinkedHashSet<>(participantIds)), progress, ids -> {
            var rows = new HashMap<Long, Found>();
            found.apply(ids).query(row -> {
                rows.put(
                        row.getLong("participant_id"),
                        new Found(row.getInt("verdict"), row.getInt("things"), row.getInt("outside")));
            });
            for (var id : ids) {
                var row = rows.get(id);
                if (row != null) {
                    findings.add(id, row.verdict(), row.things(), row.outside());
                }
            }
            findings.hidden(ids.size() - rows.size());
        });
        return findings.build();
    }

    /** Reads a page of the people a change is about, in the order of their ids. */
    public static List<BulkRow> rows(List<Long> participantIds, Function<List<Long>, JdbcClient.StatementSpec> found) {
        if (participantIds.isEmpty()) {
            return List.of();
        }
        RowMapper<BulkRow> reader = (row, n) -> new BulkRow(
                row.getLong("participant_id"),
                row.getString("display_name"),
                row.getString("team_name"),
                Level.values()[row.getInt("level_rank") - 1],
                row.getInt("things"),
                row.getObject("due_before", LocalDate.class),
                row.getObject("due_after", LocalDate.class),
                row.getString("lead_name"),
                NotChanged.of(row.getInt("verdict")));
        Map<Long, BulkRow> read = new HashMap<>();
        found.apply(participantIds).query(reader).list().forEach(row -> read.put(row.participantId(), row));
        return participantIds.stream().map(read::get).filter(Objects::nonNull).toList();
    }

    /** Works through ids in their order. */
    public static void inChunks(List<Long> ids, BulkProgress progress, Consumer<List<Long>> work) {
        for (var from = 0; from < ids.size(); from += CHUNK) {
            progress.at(from, ids.size());
            work.accept(ids.subList(from, Math.min(from + CHUNK, ids.size())));
        }
        progress.at(ids.size(), ids.size());
    }
}
