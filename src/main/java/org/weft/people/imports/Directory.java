package org.weft.people.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weft.people.LevelRules;
import org.weft.people.TeamKind;

/**
 * The directory as it was at one moment: everybody in it, all teams, the level rules.
 *
 * @param teams by id
 */
record Directory(Map<String, Entry> byNumber, Map<Long, Entry> byId, Map<Long, Team> teams, LevelRules levels) {

    /** A person who is there. */
    record Entry(long id, PersonState state) {}

    record Team(
            long id, String name, TeamKind kind, @Nullable Long parentId) {}

    static Directory of(Collection<Entry> people, Collection<Team> teams, LevelRules levels) {
        var byNumber = new LinkedHashMap<String, Entry>();
        var byId = new HashMap<Long, Entry>();
        for (var entry : people) {
            byNumber.put(entry.state().number(), entry);
            byId.put(entry.id(), entry);
        }
        var teamsById = new LinkedHashMap<Long, Team>();
        teams.forEach(team -> teamsById.put(team.id(), team));
        return new Directory(byNumber, byId, teamsById, levels);
    }

    Collection<Entry> people() {
        return byId.values();
    }
}
