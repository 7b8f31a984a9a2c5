package org.weft.reminders.policy;

/**
 * Whom a trigger finds, as a derived table of {@code participant_id}, {@code things} (how many objectives, or conversations, it is about)
 * and {@code days} (the reason's figure: since it is due, silent, waiting; below zero for days to go). Days are numbers
 * since 1970, written into the statement; what is found is whatever fell on a day from {@code from} to {@code day}.
 */
final class TriggerSql {

    private static final String OPEN = "a.status in ('NOT_STARTED', 'IN_PROGRESS', 'RETURNED')";
    private static final String DUE = "(cast(extract(epoch from a.due_on) as bigint) / 86400)";

    /** What nobody needs to do anything about: kept figures of the participant. */
    private static final String OPEN_COUNT = "pt.live_count - pt.completed_count - pt.submitted_count";

    private TriggerSql() {}

    /**
     * @param among a derived table of the participants the run is about, {@code id} and {@code slot_number}; without it all
     *     are looked through each time
     */
    static String of(PolicyDraft terms, ReminderRun run, String among) {
        var day = run.day().toEpochDay();
        var from = run.from().toEpochDay();
        var every = Math.max(1, terms.days());
        return switch (terms.kind()) {
            case DUE_IN, DUE_TODAY -> due(run, terms.days(), among);
            case OVERDUE_EVERY -> """
                    select a.participant_id, count(*) as things, max(%1$d - %2$s) as days
                    from assignment a join %5$s on n.id = a.participant_id
                    where %3$s and a.due_on < :day
                    group by a.participant_id
                    having max(case when %4$s then 1 else 0 end) = 1""".formatted(day, DUE, OPEN, again(DUE, from, day, every), among);
            case SILENT ->
                """
                    select s.participant_id, s.things, %1$d - s.since as days
                    from (
                        select pt.id as participant_id, %2$s as things,
                            coalesce(%3$s, greatest(%4$s, (cast(extract(epoch from cy.starts_on) as bigint) / 86400))) as since
                        from participant pt join cycle cy on cy.id = pt.cycle_id join %6$s on n.id = pt.id
                        where cy.starts_on <= :day and cy.ends_on >= :day) s
                    where %5$s""".formatted(
                                day,
                                OPEN_COUNT,
                                localDay(run, "pt.last_activity_at"),
                                localDay(run, "pt.added_at"),
                                again("s.since", from, day, every),
                                among);
            case NOT_STARTED -> """
                    select pt.id as participant_id, pt.not_started_count as things,
                        %1$d - (cast(extract(epoch from cy.starts_on) as bigint) / 86400) as days
                    from participant pt join cycle cy on cy.id = pt.cycle_id join %2$s on n.id = pt.id
                    where cy.ends_on >= :day and cy.starts_on between :first and :last""".formatted(day, among);
            case TO_REVIEW ->
                """
                    select w.participant_id, count(*) as things, max(%1$d - w.since) as days
                    from (
                        select a.participant_id, %2$s as since
                        from assignment a join %4$s on n.id = a.participant_id
                        where a.status = 'SUBMITTED') w
                    group by w.participant_id
                    having max(case when %3$s then 1 else 0 end) = 1""".formatted(day, localDay(run, "a.status_at"), again("w.since", from, day, every), among);
            case UNCONFIRMED ->
                """
                    select w.participant_id, count(*) as things, max(%1$d - w.since) as days
                    from (
                        select pt.id as participant_id, %2$s as since
                        from participant pt join cycle cy on cy.id = pt.cycle_id join %4$s on n.id = pt.id
                        join conversation_person cp on cp.person_id = pt.person_id
                        join conversation c on c.id = cp.conversation_id and c.held_on between cy.starts_on and cy.ends_on
                        where cp.confirmation = 'WAITING'
                            and cy.starts_on <= :day and cy.ends_on >= :cycleEnd
                            and exists (select 1 from account u where u.person_id = pt.person_id and u.active)) w
                    group by w.participant_id
                    having max(case when %3$s then 1 else 0 end) = 1""".formatted(day, localDay(run, "cp.asked_at"), again("w.since", from, day, every), among);
            case WEEKLY_DIGEST -> """
                    select pt.id as participant_id, %s as things, 0 as days
                    from participant pt join cycle cy on cy.id = pt.cycle_id join %s on n.id = pt.id
                    where cy.starts_on <= :day and cy.ends_on >= :day""".formatted(OPEN_COUNT, among);
        };
    }

    /** What the kept figures of a participant {@code n} must say before it is worth looking further. */
    static String candidates(TriggerKind kind) {
        return switch (kind) {
            case DUE_IN, DUE_TODAY -> "n.next_due_on <= :lastDue";
            case OVERDUE_EVERY -> "n.next_due_on < :day";
            case SILENT, WEEKLY_DIGEST -> "n.live_count > 0";
            case NOT_STARTED -> "n.phase = 1";
            case TO_REVIEW -> "n.submitted_count > 0";
            case UNCONFIRMED -> "n.unconfirmed_count > 0";
        };
    }

    private static String due(ReminderRun run, int ahead, String among) {
        return """
                select a.participant_id, count(*) as things, max(%d - %s) as days
                from assignment a join %s on n.id = a.participant_id
                where %s and a.due_on between :firstDue and :lastDue
                group by a.participant_id""".formatted(run.day().toEpochDay(), DUE, among, OPEN);
    }

    private static String localDay(ReminderRun run, String moment) {
        return LocalOffsets.localDay(
                moment, run.slots().stream().map(ReminderRun.Slot::offsets).toList(), "n.slot_number");
    }

    /** Whether a whole number of intervals since a day ended on a day from {@code from} to {@code day}. */
    private static String again(String since, long from, long day, int every) {
        return "%1$d - %2$s >= %3$d and (%1$d - %2$s) / %3$d > greatest(%4$d - %2$s, 0) / %3$d"
                .formatted(day, since, every, from - 1);
    }
}
