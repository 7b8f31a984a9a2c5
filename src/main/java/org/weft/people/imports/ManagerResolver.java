package org.weft.people.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;

/**
 * Finds the managers rows name. A manager who is not to be found is a warning: the person is imported without. People who
 * would report to each other in a circle are refused, by name.
 */
final class ManagerResolver {

    private static final int NAMED = 12;

    private final ImportRows rows;
    private final Directory directory;
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> refused;
    private List<PersonRecord> records;
    private Map<String, @Nullable Long> managers = new HashMap<>();

    private ManagerResolver(ImportRows rows, Directory directory) {
        this.rows = rows;
        this.directory = directory;
        this.records = rows.records();
        this.refused = new HashSet<>(rows.numbers());
        records.forEach(entry -> refused.remove(entry.number()));
    }

    /**
     * @param records those without a problem
     * @param managers the manager's id by employee number; null for none
     */
    record Outcome(List<PersonRecord> records, Map<String, @Nullable Long> managers, List<Remark> remarks) {}

    static Outcome resolve(ImportRows rows, Directory directory) {
        return new ManagerResolver(rows, directory).run();
    }

    /** The id of a record's person; negative for one who is not in the directory yet. */
    static long idOf(PersonRecord entry, Directory directory) {
        var known = directory.byNumber().get(entry.number());
        return known == null ? -entry.row().number() : known.id();
    }

    /** Refusing a row leaves its person with the manager of before, which may close another circle; so again. */
    private Outcome run() {
        while (true) {
            var warnings = new ArrayList<Remark>();
            findManagers(warnings);
            var circles = new Circles(managersById()).find();
            if (circles.isEmpty()) {
                remarks.addAll(warnings);
                return new Outcome(records, managers, remarks);
            }
            refuse(circles);
        }
    }

    private void findManagers(List<Remark> warnings) {
        var index = index();
        managers = new HashMap<>();
        for (var entry : records) {
            var known = directory.byNumber().get(entry.number());
            var present = known == null ? null : known.state().managerId();
            var reference = entry.manager();
            managers.put(
                    entry.number(), reference == null ? present : find(entry, reference, present, index, warnings));
        }
    }

    private @Nullable Long find(
            PersonRecord entry, String reference, @Nullable Long present, ManagerIndex index, List<Remark> warnings) {
        var found = index.find(reference);
        if (found.size() == 1) {
            var manager = found.getFirst().id();
            if (manager != idOf(entry, directory)) {
                return manager;
            }
            warnings.add(warning(entry, Text.of("people.import.warning.ownManager")));
            return present;
        }
        if (found.size() > 1) {
            warnings.add(warning(entry, Text.of("people.import.warning.managerNamesakes", found.size())));
        } else if (refused.contains(reference)) {
            warnings.add(warning(entry, Text.of("people.import.warning.managerRefused")));
        } else {
            warnings.add(warning(entry, Text.of("people.import.warning.managerUnknown")));
        }
        return present;
    }

    private static Remark warning(PersonRecord entry, Text reason) {
        return Remark.warning(entry.row(), ImportField.MANAGER, reason);
    }

    private ManagerIndex index() {
        var index = new ManagerIndex();
        var inFile = new HashSet<String>();
        for (var entry : records) {
            inFile.add(entry.number());
            var known = directory.byNumber().get(entry.number());
            var active = entry.active() != null
                    ? entry.active()
                    : known == null || known.state().active();
            var email = entry.email() != null || known == null
                    ? entry.email()
                    : known.state().email();
            index.add(new ManagerIndex.Candidate(idOf(entry, directory), entry.number(), entry.name(), active), email);
        }
        directory.people().stream()
                .filter(person -> !inFile.contains(person.state().number()))
                .forEach(person -> index.add(person.id(), person.state()));
        return index;
    }

    private Map<Long, Long> managersById() {
        var byId = new HashMap<Long, Long>();
        for (var person : directory.people()) {
            var manager = person.state().managerId();
            if (manager != null) {
                byId.put(person.id(), manager);
            }
        }
        for (var entry : records) {
            var manager = managers.get(entry.number());
            if (manager == null) {
                byId.remove(idOf(entry, directory));
            } else {
                byId.put(idOf(entry, directory), manager);
            }
        }
        return byId;
    }

    private void refuse(List<List<Long>> circles) {
        var byId = new HashMap<Long, PersonRecord>();
        records.forEach(entry -> byId.put(idOf(entry, directory), entry));
        for (var circle : circles) {
            var text = Text.of("people.import.error.circle", names(circle, byId));
            for (var id : circle) {
                var entry = byId.get(id);
                if (entry != null) {
                    remarks.add(Remark.problem(entry.row(), ImportField.MANAGER, text));
                    refused.add(entry.number());
                }
            }
        }
        records = records.stream()
                .filter(entry -> !refused.contains(entry.number()))
                .toList();
    }

    private String names(List<Long> circle, Map<Long, PersonRecord> byId) {
        var names = new ArrayList<String>();
        for (var id : circle.subList(0, Math.min(NAMED, circle.size()))) {
            names.add(name(id, byId));
        }
        names.add(circle.size() > NAMED ? "…" : name(circle.getFirst(), byId));
        return String.join(" → ", names);
    }

    private String name(long id, Map<Long, PersonRecord> byId) {
        var entry = byId.get(id);
        if (entry != null) {
            return entry.name().display();
        }
        var known = directory.byId().get(id);
        return known == null ? "" : known.state().name().display();
    }
}
