package org.weft.progress;

import java.util.Locale;
import java.util.Optional;
import org.weft.base.Text;

/** What facets, their values and columns are called. */
public final class FacetText {

    /** In place of a name: there is no such thing, or nobody one sees has to do with it. */
    public static final Text UNKNOWN = Text.of("progress.facet.unknown");

    private FacetText() {}

    /** "Level". */
    public static Text name(ProgressFacet facet) {
        return Text.of("progress.facet." + facet.name());
    }

    /** "Front line", with a blank behind it maybe; nothing for values that have a name of their own. */
    public static Optional<Text> value(ProgressFacet facet, String value) {
        return switch (facet) {
            case LEVEL -> constant("level.", value);
            case TYPE -> constant("objectivetype.", value);
            case STATUS -> constant("status.", value);
            case HEALTH -> constant("health.", value);
            // The list says how many behind it; here it is said without.
            case STATE -> Optional.of(Text.of("progress.state." + constant(value), ""));
            case DUE -> Optional.of(Text.of("progress.facet.in", Integer.valueOf(value)));
            case SILENT -> Optional.of(Text.of("progress.facet.for", Integer.valueOf(value)));
            case REMINDED -> Optional.of(Text.of("yes".equals(value) ? "progress.facet.yes" : "progress.facet.no"));
            case LOCATION, TEXT -> Optional.of(named(value));
            case COHORT, TEAM, LEAD, OBJECTIVE -> Optional.empty();
        };
    }

    /** As it heads its column, which may be told where it can be broken. */
    public static Text column(ProgressColumn column) {
        return Text.of("progress.column." + column.name());
    }

    /** Such words where they stand in a line: without where a heading may be broken, and without blanks around them. */
    public static String plain(String words) {
        return words.replace("\u00AD", "").strip();
    }

    /** A name, the same in every language. */
    static Text named(String name) {
        return Text.of("progress.facet.named", name);
    }

    private static Optional<Text> constant(String prefix, String word) {
        return Optional.of(Text.of(prefix + constant(word)));
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
