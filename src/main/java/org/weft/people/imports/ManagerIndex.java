package org.weft.people.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weft.people.PersonName;

/** Finds the person a file means by a number, an e-mail or a name, among those in the file and in the directory. */
final class ManagerIndex {

    private final Map<String, Candidate> byNumber = new HashMap<>();
    private final Map<String, List<Candidate>> byEmail = new HashMap<>();
    private final Map<String, List<Candidate>> byName = new HashMap<>();
    private final Map<String, List<Candidate>> byShortName = new HashMap<>();

    record Candidate(long id, String number, PersonName name, boolean active) {}

    void add(long id, PersonState state) {
        add(new Candidate(id, state.number(), state.name(), state.active()), state.email());
    }

    void add(Candidate candidate, @Nullable String email) {
        byNumber.put(candidate.number(), candidate);
        if (email != null) {
            put(byEmail, email.toLowerCase(Locale.ROOT), candidate);
        }
        var name = Words.plain(candidate.name().display());
        put(byName, name, candidate);
        put(byShortName, withoutInitials(name), candidate);
    }

    /**
     * Whom a reference may mean: nobody, one person, or several namesakes. Somebody who is there goes before namesakes
     * who have left, and "Brandon LeBlanc" is Brandon R LeBlanc unless there is another.
     */
    List<Candidate> find(String reference) {
        var number = byNumber.get(reference);
        if (number != null) {
            return List.of(number);
        }
        if (reference.contains("@")) {
            return preferActive(byEmail.getOrDefault(reference.strip().toLowerCase(Locale.ROOT), List.of()));
        }
        var name = Words.plain(PersonName.of(reference).display());
        if (name.isEmpty()) {
            return List.of();
        }
        var exact = byName.getOrDefault(name, List.of());
        return preferActive(exact.isEmpty() ? roughly(name) : exact);
    }

    /** Namesakes but for middle initials, which only one of the two may have. */
    private List<Candidate> roughly(String name) {
        var shortName = withoutInitials(name);
        return byShortName.getOrDefault(shortName, List.of()).stream()
                .filter(candidate -> shortName.equals(name)
                        || withoutInitials(Words.plain(candidate.name().display()))
                                .equals(Words.plain(candidate.name().display())))
                .toList();
    }

    private static List<Candidate> preferActive(List<Candidate> found) {
        var active = found.stream().filter(Candidate::active).toList();
        return found.size() > 1 && active.size() == 1 ? active : found;
    }

    private static String withoutInitials(String plainName) {
        return Arrays.stream(plainName.split(" "))
                .filter(word -> word.length() > 1)
                .collect(Collectors.joining(" "));
    }

    private static void put(Map<String, List<Candidate>> index, String key, Candidate candidate) {
        index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(candidate);
    }
}
