package org.weft.progress.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressSort;
import org.weft.progress.ProgressView;

/**
 * What the list, the matrix and the person page keep in the address, so that it can be bookmarked, shared, reloaded and
 * gone back to. What somebody wrote there by hand and means nothing reads as absent.
 *
 * <p>On top of a saved view the address says only what differs; an empty word takes something of the view away.
 *
 * @param cycleId null for the current one
 * @param view null for none
 * @param personId who is opened beside the list
 * @param assignmentId which of the person's objectives is shown first
 */
record ProgressAddress(
        @Nullable Long cycleId,
        Map<ProgressFacet, String> facets,
        ProgressSort sort,
        GridLayout layout,
        @Nullable AppliedView view,
        @Nullable Long personId,
        @Nullable Long assignmentId) {

    static final String CYCLE = "cycle";

    private static final String SORT = "sort";

    static ProgressAddress of(ProgressFilter filter) {
        return new ProgressAddress(
                filter.cycleId(), filter.values(), ProgressSort.DEFAULT, GridLayout.DEFAULT, null, null, null);
    }

    /** @param views finds the view an address names; one that is not found is none */
    static ProgressAddress of(Location location, AppliedView.Finder views) {
        var said = words(location.getQueryParameters());
        return of(said, view(said.getOrDefault(AppliedView.WORD, ""), views));
    }

    private static @Nullable AppliedView view(String word, AppliedView.Finder views) {
        return word.equals(AppliedView.NONE.word())
                ? AppliedView.NONE
                : id(word).flatMap(views::find).orElse(null);
    }

    /** A saved view as it stands, with nothing changed on top of it. */
    static ProgressAddress of(AppliedView view) {
        return of(Map.of(), view);
    }

    private static ProgressAddress of(Map<String, String> said, @Nullable AppliedView view) {
        var words = new LinkedHashMap<String, String>();
        if (view != null) {
            words.putAll(view.words());
        }
        words.putAll(said);
        var facets = new EnumMap<ProgressFacet, String>(ProgressFacet.class);
        for (var facet : ProgressFacet.values()) {
            var value = words.get(facet.word());
            if (value != null) {
                facets.put(facet, value);
            }
        }
        return new ProgressAddress(
                id(words.get(CYCLE)).orElse(null),
                new ProgressFilter(0, facets).values(),
                ProgressSort.of(words.getOrDefault(SORT, "")).orElse(ProgressSort.DEFAULT),
                GridLayout.of(words),
                view,
                id(words.get("person")).orElse(null),
                id(words.get("assignment")).orElse(null));
    }

    private static Map<String, String> words(QueryParameters query) {
        var words = new LinkedHashMap<String, String>();
        query.getParameters().forEach((key, values) -> {
            if (!values.isEmpty()) {
                words.put(key, values.getFirst());
            }
        });
        return words;
    }

    private static Optional<Long> id(@Nullable String word) {
        return Optional.ofNullable(word)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    /** What a saved query says, in the one form it can be compared in. */
    static Map<String, String> words(String query) {
        return of(words(QueryParameters.fromString(query)), null).words(true);
    }

    /** What of this can be saved as a view. */
    String query(boolean withCycle) {
        return QueryParameters.simple(words(withCycle)).getQueryString();
    }

    private Map<String, String> words(boolean withCycle) {
        var words = new LinkedHashMap<String, String>();
        if (withCycle) {
            put(words, CYCLE, cycleId);
        }
        facets.forEach((facet, value) -> put(words, facet.word(), value));
        put(words, SORT, sort.equals(ProgressSort.DEFAULT) ? null : sort.property());
        layout.put(words);
        return words;
    }

    /** Whether it differs from the view it stands on. The cycle counts only where the view keeps one. */
    boolean changed() {
        return view != null && !words(view.words().containsKey(CYCLE)).equals(view.words());
    }

    /** Whether the same rows stand in the same places, given the same filter. */
    boolean reads(ProgressAddress other) {
        return sort.equals(other.sort) && Objects.equals(layout.grouping(), other.layout.grouping());
    }

    /** The filter, and the columns where not all of them are shown. */
    ProgressView shown() {
        return new ProgressView(
                facets, layout.columns().stream().map(GridLayout.Shown::column).toList());
    }

    ProgressFilter filter(long cycle) {
        return new ProgressFilter(cycle, facets);
    }

    /** As somebody would get there who chose all this; a part that is as by default is left out. */
    String href(String path) {
        return location(path).getPathWithQueryParameters();
    }

    /** The page of a person, with the list this stands for to go back to. */
    Location page(long person) {
        return person(null, Objects.equals(person, personId) ? assignmentId : null)
                .location(ProgressNavigation.PERSON + "/" + person);
    }

    String pageHref(long person) {
        return page(person).getPathWithQueryParameters();
    }

    Location location(String path) {
        var query = new LinkedHashMap<String, String>();
        var words = words(true);
        if (view == null) {
            query.putAll(words);
        } else {
            query.put(AppliedView.WORD, view.word());
            var keys = new LinkedHashSet<>(words.keySet());
            keys.addAll(view.words().keySet());
            for (var key : keys) {
                if (!Objects.equals(words.get(key), view.words().get(key))) {
                    query.put(key, words.getOrDefault(key, ""));
                }
            }
        }
        put(query, "person", personId);
        put(query, "assignment", assignmentId);
        return new Location(path, QueryParameters.simple(query));
    }

    private static void put(Map<String, String> query, String key, @Nullable Object value) {
        if (value != null) {
            query.put(key, value.toString());
        }
    }

    /** Another cycle; its cohorts are others, so the cohort does not stay. */
    ProgressAddress cycle(long id) {
        return filter(filter(id).cohort(null));
    }

    /** The same with the cycle named, which may be the current one unsaid. */
    ProgressAddress of(long cycle) {
        return new ProgressAddress(cycle, facets, sort, layout, view, personId, assignmentId);
    }

    /** Another filter within the cycle; whoever is opened is closed. */
    ProgressAddress filter(ProgressFilter filter) {
        return new ProgressAddress(filter.cycleId(), filter.values(), sort, layout, view, null, null);
    }

    ProgressAddress sort(ProgressSort other) {
        return new ProgressAddress(cycleId, facets, other, layout, view, personId, assignmentId);
    }

    ProgressAddress layout(GridLayout other) {
        return new ProgressAddress(cycleId, facets, sort, other, view, personId, assignmentId);
    }

    /** The same, standing on another view, or on none. */
    ProgressAddress on(@Nullable AppliedView other) {
        return new ProgressAddress(cycleId, facets, sort, layout, other, personId, assignmentId);
    }

    /** The same rows in another form, where the view does not belong. */
    ProgressAddress elsewhere() {
        return person(null).on(view == null ? null : AppliedView.NONE);
    }

    ProgressAddress person(@Nullable Long person) {
        return person(person, null);
    }

    ProgressAddress person(@Nullable Long person, @Nullable Long assignment) {
        return new ProgressAddress(cycleId, facets, sort, layout, view, person, assignment);
    }
}
