package org.weft.people.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weft.base.Text;
import org.weft.people.imports.ImportOptions.Missing;
import org.weft.people.imports.PlannedPerson.Action;
import org.weft.people.imports.Remark.Severity;

/** Compares the rows of a file with the directory, and says what has to be written. Writes nothing. */
final class ImportPlanner {

    private final ImportRows rows;
    private final Directory directory;
    private final ImportOptions options;
    private final TeamResolver teams;
    private final List<Remark> remarks;
    private final List<PlannedPerson> people = new ArrayList<>();
    private final List<ImportPlan.Write> writes = new ArrayList<>();
    private int addedLeft;
    private int unchanged;

    private ImportPlanner(ImportRows rows, Directory directory, ImportOptions options) {
        this.rows = rows;
        this.directory = directory;
        this.options = options;
        this.teams = new TeamResolver(directory);
        this.remarks = new ArrayList<>(rows.remarks());
    }

    static ImportPlan plan(ImportRows rows, Directory directory, ImportOptions options) {
        return new ImportPlanner(rows, directory, options).run();
    }

    private ImportPlan run() {
        var outcome = ManagerResolver.resolve(rows, directory);
        remarks.addAll(outcome.remarks());
        var refused = remarks.stream()
                .filter(remark -> remark.severity() == Severity.PROBLEM)
                .map(Remark::row)
                .collect(Collectors.toSet());
        var states = states(outcome);
        warnOfNamesakes(outcome.records());
        warnOfSharedAddresses(outcome.records(), states);
        var changes = new FieldChanges(teams::path, names(outcome.records())::get);
        for (var entry : outcome.records()) {
            plan(entry, states.get(entry.number()), changes);
        }
        var missing = missing();
        if (options.missing() == Missing.DEACTIVATE && rows.allNumbered()) {
            missing.forEach(
                    person -> add(0, person.id(), person.state(), person.state().left(), changes));
        }
        // A row that is refused needs no further warnings: nothing of it is imported.
        remarks.removeIf(remark -> remark.severity() == Severity.WARNING && refused.contains(remark.row()));
        remarks.sort(Comparator.comparing(Remark::severity).thenComparingInt(Remark::row));
        return new ImportPlan(
                counts(refused, missing.size()),
                List.copyOf(people),
                List.copyOf(remarks),
                teams.created().stream().map(team -> teams.path(team.id())).toList(),
                teams.created(),
                List.copyOf(writes));
    }

    private Map<String, PersonState> states(ManagerResolver.Outcome outcome) {
        var merge = new Merge(rows.mapping(), directory.levels());
        var states = new HashMap<String, PersonState>();
        for (var entry : outcome.records()) {
            var known = directory.byNumber().get(entry.number());
            var current = known == null ? null : known.state();
            var team = teams.resolve(entry.department(), entry.team(), current == null ? null : current.teamId());
            states.put(
                    entry.number(),
                    merge.apply(entry, current).with(team, outcome.managers().get(entry.number())));
        }
        return states;
    }

    private void plan(PersonRecord entry, @Nullable PersonState after, FieldChanges changes) {
        if (after == null) {
            return;
        }
        var known = directory.byNumber().get(entry.number());
        add(
                entry.row().number(),
                ManagerResolver.idOf(entry, directory),
                known == null ? null : known.state(),
                after,
                changes);
    }

    private void add(int row, long id, @Nullable PersonState before, PersonState after, FieldChanges changes) {
        var changed = before == null ? List.<FieldChange>of() : changes.between(before, after);
        if (before != null && changed.isEmpty()) {
            unchanged++;
            return;
        }
        var action =
                before == null ? Action.ADD : before.active() && !after.active() ? Action.DEACTIVATE : Action.CHANGE;
        if (before == null && !after.active()) {
            addedLeft++;
        }
        people.add(new PlannedPerson(
                row,
                before == null ? null : id,
                after.number(),
                after.name().display(),
                after.jobTitle(),
                after.level(),
                after.active(),
                action,
                changed));
        writes.add(new ImportPlan.Write(id, before, after));
    }

    private List<Directory.Entry> missing() {
        return directory.people().stream()
                .filter(person -> person.state().active()
                        && !rows.numbers().contains(person.state().number()))
                .sorted(Comparator.comparingLong(Directory.Entry::id))
                .toList();
    }

    /** Somebody new with the name of somebody there may be the same person under another number, such as 007 and 7. */
    private void warnOfNamesakes(List<PersonRecord> records) {
        var present = new HashMap<String, String>();
        directory.people().stream()
                .filter(person -> !rows.numbers().contains(person.state().number()))
                .forEach(person -> present.put(
                        Words.plain(person.state().name().display()),
                        person.state().number()));
        for (var entry : records) {
            var number = present.get(Words.plain(entry.name().display()));
            if (number != null && !directory.byNumber().containsKey(entry.number())) {
                remarks.add(Remark.warning(
                        entry.row(), ImportField.EMPLOYEE_NUMBER, Text.of("people.import.warning.namesake", number)));
            }
        }
    }

    private void warnOfSharedAddresses(List<PersonRecord> records, Map<String, PersonState> states) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (var entry : records) {
            var email = entry.email();
            if (email != null && !seen.add(email.toLowerCase(Locale.ROOT))) {
                shared.add(email.toLowerCase(Locale.ROOT));
            }
        }
        for (var entry : records) {
            var email = entry.email();
            var state = states.get(entry.number());
            if (email != null && state != null && state.active() && shared.contains(email.toLowerCase(Locale.ROOT))) {
                remarks.add(
                        Remark.warning(entry.row(), ImportField.EMAIL, Text.of("people.import.warning.emailShared")));
            }
        }
    }

    /** As the file has them, else as the directory does. */
    private Map<Long, String> names(List<PersonRecord> records) {
        var names = new HashMap<Long, String>();
        directory
                .people()
                .forEach(person -> names.put(person.id(), person.state().name().display()));
        records.forEach(entry ->
                names.put(ManagerResolver.idOf(entry, directory), entry.name().display()));
        return names;
    }

    private ImportCounts counts(Set<Integer> refused, int missing) {
        var byAction = people.stream().collect(Collectors.groupingBy(PlannedPerson::action, Collectors.counting()));
        return new ImportCounts(
                rows.rows().size(),
                byAction.getOrDefault(Action.ADD, 0L).intValue(),
                addedLeft,
                byAction.getOrDefault(Action.CHANGE, 0L).intValue(),
                byAction.getOrDefault(Action.DEACTIVATE, 0L).intValue(),
                unchanged,
                refused.size(),
                (int) remarks.stream()
                        .filter(remark -> remark.severity() == Severity.WARNING)
                        .count(),
                missing);
    }
}
