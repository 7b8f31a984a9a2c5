package org.weft.objectives.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weft.objectives.LibraryService;
import org.weft.people.Level;

/** The second step: for each level that has people, objectives from the library, each with a target and a due date. */
class ObjectivesStep extends Div implements AssignStep {

    private final transient AssignDraft draft;
    private final transient LibraryService library;
    private final PeopleStep people;
    private final transient Runnable progressed;
    private final transient Map<Level, LevelObjectives> levels = new EnumMap<>(Level.class);
    private final transient Map<Level, Tab> tabs = new EnumMap<>(Level.class);
    private TabSheet sheet = new TabSheet();
    private long shownCycle;

    ObjectivesStep(AssignDraft draft, LibraryService library, PeopleStep people, Runnable progressed) {
        this.draft = draft;
        this.library = library;
        this.people = people;
        this.progressed = progressed;
        addClassName("weft-objectives-choose");
    }

    @Override
    public Component content() {
        return this;
    }

    @Override
    public void enter() {
        var audience = people.audience();
        var cycle = draft.cycle();
        if (audience == null || cycle == null) {
            return;
        }
        if (shownCycle == cycle.id() && tabs.keySet().equals(people.levels())) {
            levels.forEach(
                    (level, objectives) -> objectives.refresh(audience.levels().getOrDefault(level, 0)));
            label();
            return;
        }
        shownCycle = cycle.id();
        levels.clear();
        tabs.clear();
        sheet = new TabSheet();
        sheet.addClassName("weft-objectives-levels");
        sheet.addThemeVariants(TabSheetVariant.AURA_NO_BORDER, TabSheetVariant.NO_PADDING);
        for (var level : people.levels()) {
            var objectives = new LevelObjectives(level, draft, audience, library.offered(level), this::chosen);
            levels.put(level, objectives);
            tabs.put(level, sheet.add(new Tab(), objectives));
        }
        removeAll();
        add(sheet);
        label();
    }

    private void chosen() {
        label();
        progressed.run();
    }

    private void label() {
        tabs.forEach((level, tab) -> tab.setLabel(getTranslation(
                "objectives.assign.tab",
                getTranslation("level." + level.name()),
                draft.planned(level).size())));
    }

    private int count() {
        return levels().stream().mapToInt(level -> draft.planned(level).size()).sum();
    }

    private Set<Level> levels() {
        return tabs.isEmpty() ? EnumSet.noneOf(Level.class) : tabs.keySet();
    }

    @Override
    public Optional<String> problem() {
        if (count() == 0) {
            return Optional.of(getTranslation("objectives.assign.error.nothing"));
        }
        for (var entry : levels.entrySet()) {
            if (!entry.getValue().valid()) {
                sheet.setSelectedTab(tabs.get(entry.getKey()));
                return Optional.of(getTranslation(
                        "objectives.assign.invalid",
                        getTranslation("level." + entry.getKey().name())));
            }
        }
        return Optional.empty();
    }

    @Override
    public String next() {
        return getTranslation("objectives.assign.next.preview");
    }

    @Override
    public String summary() {
        var audience = people.audience();
        return getTranslation("objectives.assign.summary", audience == null ? 0 : audience.people(), count());
    }
}
