package org.weft.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weft.access.AccountDetails;
import org.weft.access.Scope;
import org.weft.base.Translations;
import org.weft.mail.MailAddress;
import org.weft.mail.MailSettings;
import org.weft.reminders.ReminderSubject.OpenObjective;

/** Reads what reminders are made of: two statements for up to a thousand participants. */
@Repository
class ReminderSubjects {

    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final MailSettings mail;
    private final MailHours hours;

    ReminderSubjects(JdbcClient jdbc, MailSettings mail, MailHours hours) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.hours = hours;
    }

    /** Those of the participants the scope shows, in the order of the ids, each once. */
    List<ReminderSubject> read(Scope scope, Collection<Long> participantIds) {
        var ids = participantIds.stream().distinct().toList();
        var found = new HashMap<Long, ReminderSubject>();
        for (var from = 0; from < ids.size(); from += CHUNK) {
            var chunk = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            var open = open(scope, chunk);
            participants(scope, chunk, open).forEach(subject -> found.put(subject.participantId(), subject));
        }
        var subjects = new ArrayList<ReminderSubject>(found.size());
        for (var id : ids) {
            var subject = found.get(id);
            if (subject != null) {
                subjects.add(subject);
            }
        }
        return subjects;
    }

    private List<ReminderSubject> participants(Scope scope, List<Long> ids, Map<Long, List<OpenObjective>> open) {
        return jdbc.sql("""
                        select pt.id, pt.last_reminded_at, p.id as person_id, p.display_name, p.given_name, p.email, p.active,
                            p.language, p.time_zone, p.location, pr.name as program, cy.name as cycle, co.name as cohort,
                            pt.progress, pt.completed_count, pt.live_count,
                            l.display_name as lead_name, l.email as lead_email,
                            exists (select 1 from unreachable_address u where u.address = lower(p.email)) as unreachable,
                            (select max(coalesce(m.sent_at, m.send_after)) from message m
                                where m.participant_id = pt.id and m.kind = 'REMINDER'
                                    and m.status in ('QUEUED', 'SENDING', 'SENT')) as goes_out_at,
                            %s as silent_until
                        from participant pt
                        join person p on p.id = pt.person_id
                        join cohort co on co.id = pt.cohort_id
                        join cycle cy on cy.id = pt.cycle_id
                        join program pr on pr.id = cy.program_id
                        left join person l on l.id = pt.lead_id and l.id <> pt.person_id and l.active
                        where pt.id in (:ids) and %s""".formatted(Silence.until("p.id"), scope.condition("p.id")))
                .param("ids", ids)
                .params(scope.parameters())
                .query((row, number) -> {
                    var id = row.getLong("id");
                    var language = row.getString("language");
                    return new ReminderSubject(
                            id,
                            row.getLong("person_id"),
                            row.getString("display_name"),
                            row.getString("given_name"),
                            row.getString("email"),
                            row.getBoolean("unreachable"),
                            row.getObject("silent_until", LocalDate.class),
                            row.getBoolean("active"),
                            language == null || language.isBlank() ? mail.language() : Translations.nearest(language),
                            hours.zone(row.getString("time_zone")),
                            row.getString("location"),
                            moment(row, "last_reminded_at"),
                            moment(row, "goes_out_at"),
                            row.getString("program"),
                            row.getString("cycle"),
                            row.getString("cohort"),
                            MailAddress.find(row.getString("lead_email"), row.getString("lead_name"))
                                    .orElse(null),
                            PlanProgress.of(
                                    row.getDouble("progress"), row.getInt("completed_count"), row.getInt("live_count")),
                            open.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    /** What waits for a lead's review (SUBMITTED) is nothing to remind the holder of. */
    private Map<Long, List<OpenObjective>> open(Scope scope, List<Long> ids) {
        var open = new HashMap<Long, List<OpenObjective>>();
        jdbc.sql("""
                        select a.participant_id, a.title, a.due_on, a.achieved, a.target, a.unit
                        from assignment a
                        where a.participant_id in (:ids) and a.status in ('NOT_STARTED', 'IN_PROGRESS', 'RETURNED')
                            and\s""" + scope.condition("a.person_id") + " order by a.due_on, a.id")
                .param("ids", ids)
                .params(scope.parameters())
                .query(row -> {
                    open.computeIfAbsent(row.getLong("participant_id"), id -> new ArrayList<>())
                            .add(new OpenObjective(
                                    row.getString("title"),
                                    row.getObject("due_on", LocalDate.class),
                                    row.getInt("achieved"),
                                    row.getInt("target"),
                                    row.getString("unit")));
                });
        return open;
    }

    /** Where answers go: the address of the account, else of its person; empty where neither has a usable one. */
    Optional<MailAddress> addressOf(AccountDetails account) {
        return jdbc.sql("""
                        select coalesce(a.email, p.email) as email
                        from account a left join person p on p.id = a.person_id
                        where a.id = :id""")
                .param("id", account.id())
                .query((row, number) -> MailAddress.find(row.getString("email"), account.displayName()))
                .optional()
                .flatMap(address -> address);
    }
}
