package org.weft.objectives;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

@Entity
@Table(name = "objective_template")
@SequenceGenerator(name = "objective_template", sequenceName = "objective_template_seq", allocationSize = 50)
class ObjectiveTemplate {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "objective_template")
    private @Nullable Long id;

    @Version
    private int version;

    private String code = "";
    private String title = "";

    @Enumerated(EnumType.STRING)
    private ObjectiveType type = ObjectiveType.INFORMATION_EXCHANGE;

    @Enumerated(EnumType.STRING)
    private PlanKind planKind = PlanKind.INDIVIDUAL;

    private int target;
    private String unit = "";

    @Enumerated(EnumType.STRING)
    private Measure measure = Measure.CONVERSATIONS;

    private @Nullable Integer dueDays;
    private @Nullable String evidence;
    private @Nullable String guide;
    private @Nullable String counterpartRule;
    private boolean retired;
    private boolean shipped;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "objective_template_level", joinColumns = @JoinColumn(name = "template_id"))
    @Column(name = "level")
    @Enumerated(EnumType.STRING)
    private Set<Level> levels = new HashSet<>();

    protected ObjectiveTemplate() {}

    ObjectiveTemplate(TemplateDraft draft) {
        apply(draft);
    }

    final void apply(TemplateDraft draft) {
        code = draft.code();
        title = draft.title();
        type = draft.type();
        planKind = draft.planKind();
        target = draft.target();
        unit = draft.unit();
        measure = draft.measure();
        dueDays = draft.dueDays();
        evidence = draft.evidence();
        guide = draft.guide();
        counterpartRule = draft.counterpartRule();
        if (!levels.equals(draft.levels())) {
            levels.clear();
            levels.addAll(draft.levels());
        }
    }

    void retire() {
        retired = true;
    }

    void bringBack() {
        retired = false;
    }

    @Nullable Long id() {
        return id;
    }

    int version() {
        return version;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    boolean retired() {
        return retired;
    }

    boolean shipped() {
        return shipped;
    }

    TemplateDraft draft() {
        return new TemplateDraft(
                code,
                title,
                type,
                planKind,
                levels.isEmpty() ? EnumSet.noneOf(Level.class) : EnumSet.copyOf(levels),
                target,
                unit,
                measure,
                dueDays,
                evidence,
                guide,
                counterpartRule);
    }
}
