package org.weft.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The people an account can belong to and the trail tells of. Declared here, answered by the directory, so that access
 * needs to know no persons.
 */
public interface PersonDirectory {

    /** Active people whose name, number or e-mail contains the text; all for an empty one. In order of name. */
    List<PersonRef> find(String text, int offset, int limit);

    Optional<PersonRef> get(long personId);

    /** The names of these people, as displayed, by id. Who is not in the directory is not in the answer. */
    Map<Long, String> names(Collection<Long> personIds);

    /**
     * @param name as displayed
     * @param line what tells namesakes apart: number, job title
     */
    record PersonRef(long id, String name, String line) {}
}
