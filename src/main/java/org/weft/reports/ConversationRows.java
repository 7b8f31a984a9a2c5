package org.weft.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.weft.conversations.ConversationKind;
import org.weft.people.Level;
import org.weft.reports.ConversationFact.Party;

/**
 * Puts conversations together from rows, one for everybody who took part, and leaves out those in which no participant in
 * scope did. Some wait until the departments of all their teams are looked up at once.
 */
final class ConversationRows implements RowCallbackHandler {

    private static final int WAITING = 2_000;

    private final TeamDepartments departments;
    private final Consumer<? super ConversationFact> sink;
    private final List<Conversation> waiting = new ArrayList<>();
    private @Nullable Conversation last;
    private int count;

    ConversationRows(TeamDepartments departments, Consumer<? super ConversationFact> sink) {
        this.departments = departments;
        this.sink = sink;
    }

    record Conversation(long id, LocalDate heldOn, ConversationKind kind, Instant loggedAt, List<Took> took) {}

    /** @param cohortId of a participant in scope, who is counted with the own team and level */
    private record Took(
            long personId,
            String name,
            @Nullable Long teamId,
            @Nullable Long cohortId,
            @Nullable Long ownTeamId,
            Level level) {}

    @Override
    public void processRow(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var current = last;
        if (current == null || current.id() != id) {
            if (waiting.size() == WAITING) {
                tell();
            }
            current = new Conversation(
                    id,
                    row.getObject("held_on", LocalDate.class),
                    ConversationKind.valueOf(row.getString("kind")),
                    row.getTimestamp("created_at").toInstant(),
                    new ArrayList<>(2));
            waiting.add(current);
            last = current;
            count++;
        }
        current.took()
                .add(new Took(
                        row.getLong("person_id"),
                        row.getString("display_name"),
                        row.getObject("team_id", Long.class),
                        row.getObject("cohort_id", Long.class),
                        row.getObject("own_team_id", Long.class),
                        Level.valueOf(row.getString("level"))));
    }

    /** The one that came last; none before the first. */
    @Nullable Conversation last() {
        return last;
    }

    /**
     * Hands on those that wait: there are no more rows of them.
     *
     * @return how many came since it was called before
     */
    int handOn() {
        tell();
        var came = count;
        count = 0;
        return came;
    }

    private void tell() {
        departments.learn(waiting.stream()
                .flatMap(one -> one.took().stream())
                .flatMap(one -> Stream.of(one.teamId(), one.ownTeamId()))
                .toList());
        for (var one : waiting) {
            if (one.took().stream().anyMatch(took -> took.cohortId() != null)) {
                sink.accept(fact(one));
            }
        }
        waiting.clear();
    }

    private ConversationFact fact(Conversation one) {
        return new ConversationFact(
                one.id(),
                one.heldOn(),
                one.kind(),
                one.took().stream().map(this::party).toList(),
                one.loggedAt());
    }

    private Party party(Took one) {
        return new Party(one.personId(), one.name(), departments.of(one.teamId()), group(one));
    }

    private FigureCell.@Nullable Key group(Took one) {
        var cohortId = one.cohortId();
        if (cohortId == null) {
            return null;
        }
        var department = departments.of(one.ownTeamId());
        return new FigureCell.Key(cohortId, department == null ? null : department.id(), one.level());
    }
}
