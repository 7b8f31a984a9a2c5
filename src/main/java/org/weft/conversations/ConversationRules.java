package org.weft.conversations;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
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

    private final JdbcClient jdbc;

    ConversationRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param today where the account is
     * @param before what is edited, or null: its date may have grown old, and who took part may have left since
     * @throws InvalidInputException at the first field that is not as it must be
     */
    CheckedDraft check(ConversationDraft draft, LocalDate today, ConversationStore.@Nullable Stored before) {
        if (draft.requestId().isBlank() || draft.requestId().length() > 60) {
            throw new IllegalArgumentException("A request id of 1 to 60 characters");
        }
        var heldOn = heldOn(draft.heldOn(), today, before == null ? null : before.heldOn());
        if (draft.kind() == null) {
            throw new InvalidInputException("kind", Text.of("conversations.error.kind"));
        }
        people(draft.personIds(), before == null ? Set.of() : before.personIds());
        var exchanged = text("exchanged", draft.exchanged(), ConversationDraft.MAX_EXCHANGED);
        if (exchanged == null) {
            throw new InvalidInputException("exchanged", Text.of("conversations.error.exchanged"));
        }
        return new CheckedDraft(
                draft.requestId(),
                heldOn,
                draft.kind(),
                draft.personIds(),
                exchanged,
                text("agreed", draft.agreed(), ConversationDraft.MAX_OUTCOME),
                text("result", draft.result(), ConversationDraft.MAX_OUTCOME),
                draft.assignmentIds());
    }

    private static LocalDate heldOn(@Nullable LocalDate date, LocalDate today, @Nullable LocalDate before) {
        if (date == null) {
            throw new InvalidInputException("heldOn", Text.of("conversations.error.date"));
        }
        if (date.isAfter(today)) {
            throw new InvalidInputException("heldOn", Text.of("conversations.error.date-future"));
        }
        if (date.isBefore(today.minusYears(YEARS_BACK)) && !date.equals(before)) {
            throw new InvalidInputException("heldOn", Text.of("conversations.error.date-old", YEARS_BACK));
        }
        return date;
    }

    private void people(Collection<Long> ids, Set<Long> known) {
        if (ids.size() < 2) {
            throw new InvalidInputException("personIds", Text.of("conversations.error.people", ids.size()));
        }
        if (ids.size() > ConversationDraft.MAX_PEOPLE) {
            throw new InvalidInputException(
                    "personIds", Text.of("conversations.error.people-many", ConversationDraft.MAX_PEOPLE));
        }
        record Found(long id, String name, boolean active) {}
        var found = jdbc.sql("select id, display_name, active from person where id in (:ids) order by sort_name, id")
                .param("ids", ids)
                .query((row, number) ->
                        new Found(row.getLong("id"), row.getString("display_name"), row.getBoolean("active")))
                .list();
        if (found.size() != ids.size()) {
            throw new InvalidInputException("personIds", Text.of("conversations.error.people-gone"));
        }
        found.stream()
                .filter(person -> !person.active() && !known.contains(person.id()))
                .findFirst()
                .ifPresent(person -> {
                    throw new InvalidInputException(
                            "personIds", Text.of("conversations.error.people-inactive", person.name()));
                });
    }

    /** Text as it was entered, but for line ends, blanks around it and control characters no database or page can show. */
    private static @Nullable String text(String field, @Nullable String entered, int limit) {
        if (entered == null) {
            return null;
        }
        var text = entered.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .strip();
        if (text.length() > limit) {
            throw new InvalidInputException(field, Text.of("conversations.error.long", limit, text.length()));
        }
        return text.isEmpty() ? null : text;
    }
}
