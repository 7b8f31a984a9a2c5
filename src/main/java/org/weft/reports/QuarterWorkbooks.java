package org.weft.reports;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.access.Scope;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.Text;
import org.weft.base.Translations;
import org.weft.workbook.WorkbookFile;
import org.weft.workbook.Workbooks;

/** The quarter's workbook: the figures of the dashboard to keep, to print and to pivot. */
@Service
@PreAuthorize("hasAnyRole('EXECUTIVE', 'HR')")
public class QuarterWorkbooks {

    private final InsightService insights;
    private final PeopleFacts people;
    private final ObjectiveFacts objectives;
    private final ConversationFacts conversations;
    private final Workbooks workbooks;
    private final Translations translations;
    private final CurrentUser currentUser;
    private final AuditTrail audit;

    QuarterWorkbooks(
            InsightService insights,
            PeopleFacts people,
            ObjectiveFacts objectives,
            ConversationFacts conversations,
            Workbooks workbooks,
            Translations translations,
            CurrentUser currentUser,
            AuditTrail audit) {
        this.insights = insights;
        this.people = people;
        this.objectives = objectives;
        this.conversations = conversations;
        this.workbooks = workbooks;
        this.translations = translations;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /**
     * Writes the workbook of a cycle and records that it was taken out. Executives get figures only; HR also gets one
     * row per assignment.
     *
     * @param scope whose figures, as {@link CurrentUser#figuresScope()} says
     * @param locale the language of the workbook
     * @param zone the zone its moments are shown in
     * @throws NotFoundException if there is no such cycle within the scope
     * @throws InvalidInputException if there is nothing in it that may be shown
     */
    // One picture of the data: the facts add up to the figures.
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public WorkbookFile create(Scope scope, long cycleId, Locale locale, ZoneId zone) {
        var insight = insights.count(scope, cycleId);
        if (insight.isEmpty()) {
            throw new InvalidInputException(Text.of("reports.workbook.nothing"));
        }
        if (insight.withheld()) {
            throw new InvalidInputException(Text.of("reports.withheld.text", SmallGroups.LEAST));
        }
        audit.record(AuditEvent.of(
                "QUARTER_WORKBOOK_DOWNLOADED", "cycle", cycleId, insight.cycle().label()));
        var words = new ReportWords(translations, locale, zone);
        var workbook = new QuarterWorkbook(insight, words, currentUser.get().displayName());
        var sheets = new FactSheets(words);
        var spec = currentUser.has(Role.HR)
                ? workbook.withFacts(List.of(
                        sheets.people(sink -> people.each(scope, cycleId, sink)),
                        sheets.objectives(sink -> objectives.each(scope, cycleId, sink)),
                        sheets.conversations(sink -> conversations.each(scope, cycleId, sink))))
                : workbook.figuresOnly();
        return workbooks.file(workbook.fileName(), spec);
    }
}
