package org.weft.reminders.policy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/**
 * What people do not want to be reminded of. Nobody signs in for it: who holds the link of a mail may say so for its
 * recipient. A link that was made up, damaged or belongs to somebody who is gone is answered the same.
 */
@Service
@PreAuthorize("permitAll()")
@Transactional
public class SilenceService {

    private final SilenceLinks links;
    private final ReminderRules rules;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    SilenceService(SilenceLinks links, ReminderRules rules, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.links = links;
        this.rules = rules;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody who may choose.
     *
     * @param today where they are
     */
    public record Chooser(String givenName, SilenceWish wish, LocalDate today) {}

    private record Person(long id, String givenName, String displayName, LocalDate today) {}

    /** Whose link it is and what they wished last; empty for a link that is none. Changes nothing. */
    @Transactional(readOnly = true)
    public Optional<Chooser> find(String token) {
        return person(token).map(person -> new Chooser(person.givenName(), wish(person), person.today()));
    }

    /**
     * Writes down what is wanted from now on, in the place of what was wished before.
     *
     * @return false for a link that is none
     * @throws InvalidInputException at {@code until} if that day has come already
     */
    public boolean save(String token, SilenceWish wish) {
        var found = person(token);
        found.ifPresent(person -> {
            var until = wish.until();
            if (until != null && !until.isAfter(person.today())) {
                throw new InvalidInputException("until", Text.of("reminders.silence.error.until"));
            }
            write(person, wish);
        });
        return found.isPresent();
    }

    /**
     * What a mail program asks for its reader with one click: nothing but what is required, for good.
     *
     * @return false for a link that is none
     */
    public boolean stopAll(String token) {
        var found = person(token);
        found.ifPresent(person -> write(person, wish(person).ofEverything()));
        return found.isPresent();
    }

    private void write(Person person, SilenceWish wish) {
        // Two clicks at once are one wish after the other.
        jdbc.sql("select id from person where id = :person for update")
                .param("person", person.id())
                .query(Long.class)
                .single();
        if (wish(person).equals(wish)) {
            return;
        }
        jdbc.sql("delete from reminder_silence where person_id = :person")
                .param("person", person.id())
                .update();
        if (wish.everything()) {
            insert(person, null, wish.until());
        }
        wish.kinds().forEach(kind -> insert(person, kind, null));
        audit.record(AuditEvent.of("REMINDERS_CHOSEN", "person", person.id(), person.displayName())
                .detail(words(wish)));
    }

    private void insert(Person person, @Nullable TriggerKind kind, @Nullable LocalDate until) {
        jdbc.sql("""
                        insert into reminder_silence (person_id, kind, until_on, created_at)
                        values (:person, :kind, :until, :now)""")
                .param("person", person.id())
                .param("kind", kind == null ? null : kind.name())
                .param("until", until)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static String words(SilenceWish wish) {
        var everything =
                !wish.everything() ? "" : wish.until() == null ? "everything" : "everything until " + wish.until();
        return everything.isEmpty() && wish.kinds().isEmpty()
                ? "nothing"
                : (everything + " "
                                + String.join(
                                        " ",
                                        wish.kinds().stream()
                                                .map(Enum::name)
                                                .sorted()
                                                .toList()))
                        .strip();
    }

    private Optional<Person> person(String token) {
        return links.person(token)
                .flatMap(id -> jdbc.sql(
                                "select id, given_name, display_name, time_zone from person where id = :id and active")
                        .param("id", id)
                        .query((row, number) -> new Person(
                                row.getLong("id"),
                                row.getString("given_name"),
                                row.getString("display_name"),
                                LocalDate.ofInstant(clock.instant(), rules.zone(row.getString("time_zone")))))
                        .optional());
    }

    /** A day that has come is wished no more. */
    private SilenceWish wish(Person person) {
        record Line(@Nullable TriggerKind kind, @Nullable LocalDate until) {}
        var lines = jdbc.sql("""
                        select kind, until_on from reminder_silence
                        where person_id = :person and (until_on is null or until_on > :today)""")
                .param("person", person.id())
                .param("today", person.today())
                .query((row, number) -> {
                    var kind = row.getString("kind");
                    return new Line(
                            kind == null ? null : TriggerKind.valueOf(kind),
                            row.getObject("until_on", LocalDate.class));
                })
                .list();
        var kinds = EnumSet.noneOf(TriggerKind.class);
        var wish = SilenceWish.NONE;
        for (var line : lines) {
            if (line.kind() == null) {
                wish = new SilenceWish(true, line.until(), wish.kinds());
            } else {
                kinds.add(line.kind());
            }
        }
        return new SilenceWish(wish.everything(), wish.until(), kinds);
    }
}
