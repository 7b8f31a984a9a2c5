package org.weft.progress;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.weft.base.DatabaseDialect;
import org.weft.base.LikePattern;

/**
 * Asks whether all words of a text stand somewhere in what a participant is found by: name, number, e-mail, job title. In
 * conditions the participant is {@code pt}.
 */
final class Words {

    private static final String COPY = "pt.search_text";

    private Words() {}

    /**
     * PostgreSQL is told twice. Words that many have are found soon in any order, by the copy beside the row; words that few
     * have by the directory's index {@code person_search}, whose expression this is. H2 has no index for the middle of a
     * text: it is told where to look.
     *
     * @param parameters takes what the condition needs
     */
    static String found(String text, DatabaseDialect dialect, Map<String, Object> parameters) {
        if (!dialect.postgres()) {
            return located(text, parameters);
        }
        return "exists (select 1 from person p where p.id = pt.person_id and "
                + like(
                        text,
                        "lower(p.display_name || ' ' || p.employee_number || ' ' || coalesce(p.email, '') || ' '"
                                + " || coalesce(p.job_title, ''))",
                        parameters)
                + ") and " + like(text, COPY, parameters);
    }

    /** For H2, which takes a pattern apart anew for each row: that takes longer than to look. */
    static String located(String text, Map<String, Object> parameters) {
        return each(text, LikePattern::sought, name -> "locate(" + name + ", " + COPY + ") > 0", parameters);
    }

    private static String like(String text, String column, Map<String, Object> parameters) {
        return each(text, LikePattern::containing, name -> column + " like " + name + " escape '\\'", parameters);
    }

    private static String each(
            String text, UnaryOperator<String> value, UnaryOperator<String> condition, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        for (var word : text.split("\\s+")) {
            var name = "word" + conditions.size();
            parameters.put(name, value.apply(word));
            conditions.add(condition.apply(":" + name));
        }
        return String.join(" and ", conditions);
    }
}
