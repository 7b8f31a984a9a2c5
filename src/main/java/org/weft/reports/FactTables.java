package org.weft.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The tables programs read. What is added here stands in {@code api/openapi.json} too, which a test holds against it. */
@Component
class FactTables {

    private final Map<String, FactTable<?>> tables;

    FactTables(PeopleFacts people, ObjectiveFacts objectives, ConversationFacts conversations) {
        tables = Stream.of(people(people), objectives(objectives), conversations(conversations))
                .collect(Collectors.toMap(FactTable::name, Function.identity()));
    }

    Optional<FactTable<?>> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    private static FactTable<PersonFact> people(Facts<PersonFact> facts) {
        return new FactTable<>(
                "people",
                ReportKind.TEAM.readers(),
                facts,
                PersonFact::participantId,
                List.of(
                        FactColumn.whole("participantId", PersonFact::participantId),
                        FactColumn.whole("personId", PersonFact::personId),
                        FactColumn.text("employeeNumber", PersonFact::employeeNumber),
                        FactColumn.text("name", PersonFact::person),
                        FactColumn.text("department", PersonFact::departmentName),
                        FactColumn.text("team", PersonFact::team),
                        FactColumn.code("level", PersonFact::level),
                        FactColumn.text("location", PersonFact::location),
                        FactColumn.text("cohort", PersonFact::cohort),
                        FactColumn.text("lead", PersonFact::lead),
                        FactColumn.whole("liveObjectives", PersonFact::live),
                        FactColumn.whole("completedObjectives", PersonFact::completed),
                        FactColumn.share("progress", PersonFact::progress),
                        FactColumn.date("nextDueOn", PersonFact::nextDue),
                        FactColumn.code("health", PersonFact::health),
                        FactColumn.whole("conversations", PersonFact::conversations),
                        FactColumn.whole("externalConversations", PersonFact::external),
                        FactColumn.moment("lastActivityAt", PersonFact::lastActivity),
                        FactColumn.moment("lastReminderAt", PersonFact::lastReminder)));
    }

    private static FactTable<ObjectiveFact> objectives(Facts<ObjectiveFact> facts) {
        return new FactTable<>(
                "objectives",
                ReportKind.TEAM.readers(),
                facts,
                ObjectiveFact::assignmentId,
                List.of(
                        FactColumn.whole("assignmentId", ObjectiveFact::assignmentId),
                        FactColumn.whole("participantId", fact -> fact.holder().participantId()),
                        FactColumn.whole("personId", fact -> fact.holder().personId()),
                        FactColumn.text("employeeNumber", ObjectiveFact.holder(PersonFact::employeeNumber)),
                        FactColumn.text("name", ObjectiveFact.holder(PersonFact::person)),
                        FactColumn.text("department", ObjectiveFact.holder(PersonFact::departmentName)),
                        FactColumn.text("team", ObjectiveFact.holder(PersonFact::team)),
                        FactColumn.code("level", ObjectiveFact.holder(PersonFact::level)),
                        FactColumn.text("jobTitle", ObjectiveFact.holder(PersonFact::jobTitle)),
                        FactColumn.text("location", ObjectiveFact.holder(PersonFact::location)),
                        FactColumn.text("cohort", ObjectiveFact.holder(PersonFact::cohort)),
                        FactColumn.text("code", ObjectiveFact::code),
                        FactColumn.text("title", ObjectiveFact::title),
                        FactColumn.code("type", ObjectiveFact::type),
                        FactColumn.code("planKind", ObjectiveFact::planKind),
                        FactColumn.whole("target", ObjectiveFact::target),
                        FactColumn.text("unit", ObjectiveFact::unit),
                        FactColumn.whole("achieved", ObjectiveFact::achieved),
                        FactColumn.share("progress", ObjectiveFact::progress),
                        FactColumn.date("dueOn", ObjectiveFact::dueOn),
                        FactColumn.flag("overdue", ObjectiveFact::overdue),
                        FactColumn.code("status", ObjectiveFact::status),
                        FactColumn.moment("statusAt", ObjectiveFact::statusAt),
                        FactColumn.code("health", ObjectiveFact::health)));
    }

    private static FactTable<ConversationFact> conversations(Facts<ConversationFact> facts) {
        return new FactTable<>(
                "conversations",
                ReportKind.CONVERSATIONS.readers(),
                facts,
                ConversationFact::id,
                List.of(
                        FactColumn.whole("conversationId", ConversationFact::id),
                        FactColumn.date("heldOn", ConversationFact::heldOn),
                        FactColumn.code("kind", ConversationFact::kind),
                        FactColumn.list("personIds", ConversationFact::personIds),
                        FactColumn.list("people", ConversationFact::people),
                        FactColumn.list("departments", ConversationFact::departments),
                        FactColumn.flag("acrossDepartments", ConversationFact::across),
                        FactColumn.moment("loggedAt", ConversationFact::loggedAt)));
    }
}
