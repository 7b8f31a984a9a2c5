package org.weft.reports.subscriptions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.access.AccountDetails;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.base.InvalidInputException;
import org.weft.base.LikePattern;
import org.weft.base.Text;
import org.weft.programs.CycleOption;
import org.weft.progress.SavedViewDraft;
import org.weft.reports.ReportKind;
import org.weft.reports.ReportService;

/** What may be subscribed to, by whom and for whom. */
@Component
class SubscriptionRules {

    private static final String WHO_MAY = """
            from account a left join person p on p.id = a.person_id
            where a.active and exists (
                select 1 from account_role r where r.account_id = a.id and r.role in (:roles))""";

    private final ReportService reports;
    private final Periods periods;
    private final SubscriptionReader reader;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final Clock clock;

    SubscriptionRules(
            ReportService reports,
            Periods periods,
            SubscriptionReader reader,
            CurrentUser currentUser,
            JdbcClient jdbc,
            Clock clock) {
        this.reports = reports;
        this.periods = periods;
        this.reader = reader;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The programs and cycles in which the account sees somebody, the current first. */
    List<CycleChoice> choices(ReportKind kind) {
        var cycles = reports.cycles(kind);
        var programIds = cycles.stream().map(CycleOption::programId).distinct().toList();
        if (programIds.isEmpty()) {
            return List.of();
        }
        var names = new HashMap<Long, String>();
        jdbc.sql("select id, name from program where id in (:ids)")
                .param("ids", programIds)
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        var choices = new ArrayList<CycleChoice>();
        programIds.forEach(id -> choices.add(new CycleChoice(id, null, names.getOrDefault(id, ""))));
        cycles.forEach(cycle -> choices.add(new CycleChoice(null, cycle.id(), cycle.label())));
        return choices;
    }

    /**
     * The draft as it can be kept.
     *
     * @param id of the one that is changed, null for a new one
     * @throws InvalidInputException at the field that breaks a rule
     */
    SubscriptionDraft checked(SubscriptionDraft draft, @Nullable Long id) {
        var timing = checked(draft.timing());
        var report = draft.report();
        if (choices(report.kind()).stream().noneMatch(choice -> choice.isOf(report))) {
            throw new InvalidInputException("about", Text.of("reports.subscription.error.about"));
        }
        refuse(report);
        var checked = new SubscriptionDraft(report, timing, draft.delivery(), recipients(draft));
        if (report.cycleId() != null && next(checked, id).isEmpty()) {
            throw new InvalidInputException("about", Text.of("reports.subscription.error.over"));
        }
        return checked;
    }

    private void refuse(SubscribedReport report) {
        if (report.view().narrows() && !reports.filterable(report.kind())) {
            throw new InvalidInputException("view", Text.of("reports.filter.refused"));
        }
        if (report.view().query().length() > SavedViewDraft.QUERY_LENGTH) {
            throw new InvalidInputException("view", Text.of("reports.filter.long"));
        }
    }

    private static Timing checked(Timing timing) {
        var day = timing.monthDay();
        if (timing.rhythm() == Rhythm.MONTHLY && day != Timing.LAST_DAY && (day < 1 || day > Timing.LATEST_DAY)) {
            throw new InvalidInputException("monthDay", Text.of("reports.subscription.error.monthDay"));
        }
        return new Timing(timing.rhythm(), timing.weekday(), day, timing.time().truncatedTo(ChronoUnit.MINUTES));
    }

    private Set<Long> recipients(SubscriptionDraft draft) {
        var me = currentUser.get().id();
        if (!currentUser.has(Role.HR)) {
            if (!draft.recipients().equals(Set.of(me))) {
                throw new InvalidInputException("recipients", Text.of("reports.subscription.error.onlyMe"));
            }
            return draft.recipients();
        }
        if (draft.recipients().isEmpty()) {
            throw new InvalidInputException("recipients", Text.of("reports.subscription.error.nobody"));
        }
        if (draft.recipients().size() > SubscriptionDraft.MOST_RECIPIENTS) {
            throw new InvalidInputException(
                    "recipients", Text.of("reports.subscription.error.tooMany", SubscriptionDraft.MOST_RECIPIENTS));
        }
        var report = draft.report();
        var ofSome = report.kind().ofFigures() && report.view().narrows();
        var may = jdbc.sql("select count(*) " + WHO_MAY + " and a.id in (:ids)")
                .param("roles", ofSome ? List.of(Role.HR.name()) : roles(report.kind()))
                .param("ids", draft.recipients())
                .query(Integer.class)
                .single();
        if (may < draft.recipients().size()) {
            throw new InvalidInputException(
                    "recipients",
                    Text.of(ofSome ? "reports.subscription.error.mayNotFilter" : "reports.subscription.error.mayNot"));
        }
        return draft.recipients();
    }

    /** Accounts that may have such a report, by words of their name or address. */
    List<RecipientOption> find(ReportKind kind, String text, long offset, int limit) {
        return jdbc.sql("select a.id, a.display_name, coalesce(nullif(a.email, ''), p.email, '') as address " + WHO_MAY
                        + """
                         and (lower(a.display_name) like :text escape '\\' or lower(a.email) like :text escape '\\'
                            or lower(p.email) like :text escape '\\')
                        order by lower(a.display_name), a.id
                        offset :offset rows fetch next :limit rows only""")
                .param("roles", roles(kind))
                .param("text", LikePattern.containing(text))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) ->
                        new RecipientOption(row.getLong("id"), row.getString("display_name"), row.getString("address")))
                .list();
    }

    private static List<String> roles(ReportKind kind) {
        return Arrays.stream(Role.values())
                .filter(kind.readers()::contains)
                .map(Role::name)
                .toList();
    }

    /** When one would be due next, where the account is; empty where none is in sight. */
    Optional<ZonedDateTime> next(SubscriptionDraft draft, @Nullable Long id) {
        var me = currentUser.get();
        var report = draft.report();
        if (report.programId() == null && report.cycleId() == null) {
            return Optional.empty();
        }
        var planned = id == null ? null : reader.plannedOn(id, me.id()).orElse(null);
        return periods.of(report)
                .schedule(report, draft.timing())
                .next(clock.instant(), planned, me.zone())
                .map(due -> ZonedDateTime.ofInstant(due.at(), me.zone()));
    }

    /** What a subscription is about when it is tried: the cycle that ended last, where it is about an end. */
    @Nullable Long endedCycle(SubscribedReport report, Timing timing, AccountDetails account) {
        if (timing.rhythm() != Rhythm.END_OF_CYCLE || report.programId() == null) {
            return null;
        }
        return periods.of(report)
                .lastEnded(LocalDate.ofInstant(clock.instant(), account.zone()))
                .map(Schedule.Period::cycleId)
                .orElse(null);
    }
}
