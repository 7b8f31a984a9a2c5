package org.weft.workbook;

import java.util.List;
import java.util.stream.Stream;

/** What the workbook is: which filter, when, by whom, what the figures mean. Long texts wrap. */
public record AboutSheet(String name, String title, List<Fact> facts) implements Sheet {

    public AboutSheet {
        facts = List.copyOf(facts);
    }

    AboutSheet with(Fact more) {
        return new AboutSheet(
                name, title, Stream.concat(facts.stream(), Stream.of(more)).toList());
    }
}
