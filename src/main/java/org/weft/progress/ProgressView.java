package org.weft.progress;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which participants of a cycle are meant and which columns of theirs, as an address of the progress list or a saved view
 * says it; without the cycle, the order of the rows and how wide the columns are.
 *
 * @param facets as in a {@link ProgressFilter}
 * @param columns in their order; none for all
 */
public record ProgressView(Map<ProgressFacet, String> facets, List<ProgressColumn> columns) {

    /** Everybody, and all columns. */
    public static final ProgressView ALL = new ProgressView(Map.of(), List.of());

    private static final String COLUMNS = "columns";

    public ProgressView {
        facets = new ProgressFilter(0, facets).values();
        columns = List.copyOf(new LinkedHashSet<>(columns));
    }

    /** From the query of an address. What means nothing there is left out. */
    public static ProgressView of(String query) {
        var words = new LinkedHashMap<String, String>();
        for (var pair : query.split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                words.putIfAbsent(pair.substring(0, at), decoded(pair.substring(at + 1)));
            }
        }
        var facets = new LinkedHashMap<ProgressFacet, String>();
        for (var facet : ProgressFacet.values()) {
            if (words.containsKey(facet.word())) {
                facets.put(facet, words.getOrDefault(facet.word(), ""));
            }
        }
        return new ProgressView(
                facets,
                Arrays.stream(words.getOrDefault(COLUMNS, "").split(","))
                        .flatMap(word -> ProgressColumn.of(word.replaceFirst(":.*", "")).stream())
                        .toList());
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException nonsense) {
            return "";
        }
    }

    /** As an address says it; the same for views that mean the same. Empty for {@link #ALL}. */
    public String query() {
        var words = new LinkedHashMap<String, String>();
        facets.forEach((facet, value) -> words.put(facet.word(), value));
        if (!columns.isEmpty()) {
            words.put(COLUMNS, columns.stream().map(ProgressColumn::property).collect(Collectors.joining(",")));
        }
        return words.entrySet().stream()
                .map(word -> word.getKey() + "=" + URLEncoder.encode(word.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public ProgressFilter filter(long cycleId) {
        return new ProgressFilter(cycleId, facets);
    }

    /** Whether it leaves anybody out. */
    public boolean narrows() {
        return !facets.isEmpty();
    }

    /** Without a facet. */
    public ProgressView without(ProgressFacet facet) {
        var fewer = new LinkedHashMap<>(facets);
        fewer.remove(facet);
        return new ProgressView(fewer, columns);
    }

    /** With all columns. */
    public ProgressView allColumns() {
        return new ProgressView(facets, List.of());
    }
}
