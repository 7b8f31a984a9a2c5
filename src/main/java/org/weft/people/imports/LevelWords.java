package org.weft.people.imports;

import java.util.Map;
import java.util.Optional;
import org.weft.people.Level;

/** The names files give the levels. */
final class LevelWords {

    private static final Map<String, Level> NAMES = Map.ofEntries(
            Map.entry("frontline", Level.FRONT_LINE),
            Map.entry("employee", Level.FRONT_LINE),
            Map.entry("individualcontributor", Level.FRONT_LINE),
            Map.entry("ausfuehrung", Level.FRONT_LINE),
            Map.entry("mitarbeiter", Level.FRONT_LINE),
            Map.entry("mitarbeitende", Level.FRONT_LINE),
            Map.entry("teamlead", Level.TEAM_LEAD),
            Map.entry("teamleader", Level.TEAM_LEAD),
            Map.entry("teamleitung", Level.TEAM_LEAD),
            Map.entry("teamleiter", Level.TEAM_LEAD),
            Map.entry("manager", Level.MANAGER),
            Map.entry("management", Level.MANAGER),
            Map.entry("fuehrungskraft", Level.MANAGER),
            Map.entry("executive", Level.EXECUTIVE),
            Map.entry("geschaeftsleitung", Level.EXECUTIVE),
            Map.entry("obersteleitung", Level.EXECUTIVE));

    private LevelWords() {}

    static Optional<Level> find(String text) {
        return Optional.ofNullable(NAMES.get(Words.joined(text)));
    }
}
