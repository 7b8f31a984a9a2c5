package org.weft.people.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weft.people.TeamKind;

/**
 * Finds the teams rows name, and notes those that have to be created. A department is found wherever HR has put it in
 * the tree; a new one goes to the top. A team is looked for below its department.
 */
final class TeamResolver {

    private final Map<Long, Directory.Team> teams;
    private final Map<String, List<Directory.Team>> byName = new HashMap<>();
    private final List<Directory.Team> created = new ArrayList<>();
    private final Map<List<@Nullable Object>, Long> answers = new HashMap<>();

    TeamResolver(Directory directory) {
        teams = new HashMap<>(directory.teams());
        directory.teams().values().forEach(this::index);
    }

    /** The teams that are not there yet, with negative ids, each after the one it stands below. */
    List<Directory.Team> created() {
        return List.copyOf(created);
    }

    /**
     * The team a row puts a person into.
     *
     * @param current where they are; stays where the row names only a department and that is below it
     */
    @Nullable Long resolve(@Nullable String department, @Nullable String team, @Nullable Long current) {
        if (department == null && team == null) {
            return current;
        }
        var key = new ArrayList<@Nullable Object>();
        key.add(department == null ? null : key(department));
        key.add(team == null ? null : key(team));
        var answer = answers.get(key);
        if (answer == null) {
            var above = department == null ? null : department(department);
            answer = team == null ? Objects.requireNonNull(above) : team(team, above);
            answers.put(key, answer);
        }
        return team == null && isBelow(current, answer) ? current : answer;
    }

    /** The name of a team after those of all above it. */
    String path(long id) {
        var path = new StringBuilder();
        for (var team = teams.get(id); team != null; team = above(team)) {
            path.insert(0, path.isEmpty() ? team.name() : team.name() + " › ");
        }
        return path.toString();
    }

    private Long department(String name) {
        var same = byName.getOrDefault(key(name), List.of());
        return same.stream()
                .filter(team -> team.kind() != TeamKind.TEAM)
                .findFirst()
                .or(() -> same.stream().filter(team -> team.parentId() == null).findFirst())
                .map(Directory.Team::id)
                .orElseGet(() -> create(name, TeamKind.DEPARTMENT, null));
    }

    private Long team(String name, @Nullable Long department) {
        return byName.getOrDefault(key(name), List.of()).stream()
                .filter(team -> department == null || isBelow(team.id(), department))
                .findFirst()
                .map(Directory.Team::id)
                .orElseGet(() -> create(name, TeamKind.TEAM, department));
    }

    private Long create(String name, TeamKind kind, @Nullable Long parentId) {
        var team = new Directory.Team(-1L - created.size(), name, kind, parentId);
        created.add(team);
        teams.put(team.id(), team);
        index(team);
        return team.id();
    }

    private void index(Directory.Team team) {
        byName.computeIfAbsent(key(team.name()), name -> new ArrayList<>(1)).add(team);
    }

    /** Upper and lower case are the same, "C" and "C++" are not. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether a team is another or stands anywhere below it. */
    private boolean isBelow(@Nullable Long id, long ancestor) {
        for (var team = id == null ? null : teams.get(id); team != null; team = above(team)) {
            if (team.id() == ancestor) {
                return true;
            }
        }
        return false;
    }

    private Directory.@Nullable Team above(Directory.Team team) {
        return team.parentId() == null ? null : teams.get(team.parentId());
    }
}
