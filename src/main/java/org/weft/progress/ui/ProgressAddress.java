package org.weft.progress.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weft.progress.ProgressFacet;
import org.weft.progress.ProgressFilter;
import org.weft.progress.ProgressSort;

/**
 * What the list, the matrix and the person page keep in the address, so that it can be bookmarked, shared, reloaded and
 * gone back to. What somebody wrote there by hand and means nothing reads as absent.
 *
 * @param cycleId null for the current one
 * @param personId who is opened beside the list
 * @param assignmentId which of the person's objectives is shown first
 */
record ProgressAddress(
        @Nullable Long cycleId,
        Map<ProgressFacet, String> facets,
        ProgressSort sort,
        @Nullable Long personId,
        @Nullable Long assignmentId) {

    static final String CYCLE = "cycle";

    static ProgressAddress of(ProgressFilter filter) {
        return new ProgressAddress(filter.cycleId(), filter.values(), ProgressSort.DEFAULT, null, null);
    }

    static ProgressAddress of(Location location) {
        var query = location.getQueryParameters();
        var facets = new EnumMap<ProgressFacet, String>(ProgressFacet.class);
        for (var facet : ProgressFacet.values()) {
            query.getSingleParameter(facet.word()).ifPresent(value -> facets.put(facet, value));
        }
        return new ProgressAddress(
                id(query, CYCLE),
                new ProgressFilter(0, facets).values(),
                query.getSingleParameter("sort").flatMap(ProgressSort::of).orElse(ProgressSort.DEFAULT),
                id(query, "person"),
                id(query, "assignment"));
    }

    private static @Nullable Long id(QueryParameters query, String key) {
        return query.getSingleParameter(key)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
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
        put(query, CYCLE, cycleId);
        facets.forEach((facet, value) -> put(query, facet.word(), value));
        put(query, "sort", sort.equals(ProgressSort.DEFAULT) ? null : sort.property());
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
        return new ProgressAddress(cycle, facets, sort, personId, assignmentId);
    }

    /** Another filter within the cycle; whoever is opened is closed. */
    ProgressAddress filter(ProgressFilter filter) {
        return new ProgressAddress(filter.cycleId(), filter.values(), sort, null, null);
    }

    ProgressAddress sort(ProgressSort other) {
        return new ProgressAddress(cycleId, facets, other, personId, assignmentId);
    }

    ProgressAddress person(@Nullable Long person) {
        return person(person, null);
    }

    ProgressAddress person(@Nullable Long person, @Nullable Long assignment) {
        return new ProgressAddress(cycleId, facets, sort, person, assignment);
    }
}
