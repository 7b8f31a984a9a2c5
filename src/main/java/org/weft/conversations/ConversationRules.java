package org.weft.conversations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** What a conversation must be to be logged, whoever logs it. */
@Component
class ConversationRules {

    /** Further back, a date is a slip of the finger rather than a conversation somebody still remembers. */
    static final int YEARS_BACK = 2;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private final JdbcClient jdbc;

    ConversationRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param today where the account is
     * @param before what is edited, or null: its date may have grown old, and who took part may have left since
     * @throws InvalidInputException at the first field that is not as it must be; further ones are suppressed in it
     */
    CheckedDraft check(ConversationDraft draft, LocalDate today, ConversationStore.@Nullable Stored before) {
        if (draft.requestId().isBlank() || draft.requestId().length() > 60) {
            throw new IllegalArgumentException("A request id of 1 to 60 characters");
        }
        var problems = new ArrayList<InvalidInputException>();
        var heldOn = draft.heldOn();
        heldOn(heldOn, today, before == null ? null : before.heldOn(), problems);
        var kind = draft.kind();
        if (kind == null) {
            problems.add(new InvalidInputException("kind", Text.of("conversations.error.kind")));
        }
        var people = people(draft.personIds(), before == null ? Set.of() : before.personIds(), problems);
        var exchanged = text("exchanged", draft.exchanged(), ConversationDraft.MAX_EXCHANGED, problems);
        if (exchanged == null) {
            problems.add(new InvalidInputException("exchanged", Text.of("conversations.error.exchanged")));
        }
        var agreed = text("agreed", draft.agreed(), ConversationDraft.MAX_OUTCOME, problems);
        var result = text("result", draft.result(), ConversationDraft.MAX_OUTCOME, problems);
        if (!problems.isEmpty() || heldOn == null || kind == null || exchanged == null) {
            var first = problems.removeFirst();
            problems.forEach(first::addSuppressed);
            throw first;
        }
        return new CheckedDraft(
                draft.requestId(), heldOn, kind, people, exchanged, agreed, result, draft.assignmentIds());
    }

    private static void heldOn(
            @Nullable LocalDate date,
            LocalDate today,
            @Nullable LocalDate before,
            List<InvalidInputException> problems) {
        if (date == null) {
            problems.add(new InvalidInputException("heldOn", Text.of("conversations.error.date")));
        } else if (date.isAfter(today)) {
            problems.add(new InvalidInputException("heldOn", Text.of("conversations.error.date-future")));
        } else if (date.isBefore(today.minusYears(YEARS_BACK)) && !date.equals(before)) {
            problems.add(new InvalidInputException("heldOn", Text.of("conversations.error.date-old", YEARS_BACK)));
        }
    }

    private Map<Long, String> people(Collection<Long> ids, Set<Long> known, List<InvalidInputException> problems) {
        if (ids.size() < 2) {
            problems.add(new InvalidInputException("personIds", Text.of("conversations.error.people", ids.size())));
            return Map.of();
        }
        if (ids.size() > ConversationDraft.MAX_PEOPLE) {
            problems.add(new InvalidInputException(
                    "personIds", Text.of("conversations.error.people-many", ConversationDraft.MAX_PEOPLE)));
            return Map.of();
        }
        record Found(long id, String name, boolean active) {}
        var found = jdbc.sql("select id, display_name, active from person where id in (:ids) order by sort_name, id")
                .param("ids", ids)
                .query((row, number) ->
                        new Found(row.getLong("id"), row.getString("display_name"), row.getBoolean("active")))
                .list();
        if (found.size() != ids.size()) {
            problems.add(new InvalidInputException("personIds", Text.of("conversations.error.people-gone")));
        }
        found.stream()
                .filter(person -> !person.active() && !known.contains(person.id()))
                .findFirst()
                .ifPresent(person -> problems.add(new InvalidInputException(
                        "personIds", Text.of("conversations.error.people-inactive", person.name()))));
        var names = new LinkedHashMap<Long, String>();
        found.forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    /** Text as it was entered, but for line ends, blanks around it and control characters no database or page can show. */
    static @Nullable String text(
            String field, @Nullable String entered, int limit, List<InvalidInputException> problems) {
        if (entered == null) {
            return null;
        }
        var text = CONTROL.matcher(entered.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .strip();
        if (text.length() > limit) {
            problems.add(new InvalidInputException(field, Text.of("conversations.error.long", limit, text.length())));
        }
        return text.isEmpty() ? null : text;
    }
}
