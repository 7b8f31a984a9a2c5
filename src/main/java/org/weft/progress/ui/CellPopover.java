package org.weft.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.weft.base.ui.Errors;
import org.weft.conversations.ui.ConversationDialogs;
import org.weft.objectives.ui.AssignmentList;
import org.weft.progress.LiveChanges;
import org.weft.progress.MatrixRow;

/** One assignment over its cell in the matrix, with all that may be done with it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CellPopover extends Popover {

    /** Closed, it leaves the focus on the cell, so that the arrows lead on from there. */
    private static final String OVER_CELL = """
            const button = $0.querySelector(`[data-cell='${$1}']`);
            const closed = (event) => {
              if (!event.detail.value) {
                this.removeEventListener('opened-changed', closed);
                setTimeout(() => {
                  if (document.activeElement === document.body) {
                    button?.closest('vaadin-grid-cell-content')?.assignedSlot?.parentElement.focus();
                  }
                }, 100);
              }
            };
            this.addEventListener('opened-changed', closed);
            this.target = button;
            this.opened = true;""";

    private final AssignmentList assignment;
    private final LiveCycle live;
    private final Button person = new Button();
    private Consumer<Long> changed = participantId -> {};
    private BiConsumer<Long, Long> opened = (personId, assignmentId) -> {};
    private @Nullable MatrixRow row;
    private long assignmentId;

    CellPopover(AssignmentList assignment, ConversationDialogs dialogs, LiveChanges changes) {
        this.assignment = assignment;
        live = new LiveCycle(this, changes, told -> {
            if (row != null && told.concern(row.participant().id())) {
                assignment.refresh();
            }
        });
        addClassName("weft-progress-cell-popover");
        setAriaLabel(getTranslation("progress.cell.open"));
        setModal(true);
        setAutofocus(true);
        setOpenOnClick(false);
        setPosition(PopoverPosition.BOTTOM);
        setWidth("28rem");

        person.addThemeVariants(ButtonVariant.TERTIARY);
        person.addClickListener(event -> {
            close();
            if (row != null) {
                opened.accept(row.participant().personId(), assignmentId);
            }
        });
        var close = new Button(VaadinIcon.CLOSE.create(), event -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(getTranslation("base.close"));
        var head = new Div(person, close);
        head.addClassName("weft-progress-cell-popover-head");
        add(head, assignment);

        assignment.onChange(this::changed);
        assignment.action(
                getTranslation("progress.person.log"),
                VaadinIcon.COMMENTS_O,
                one -> one.status().isOpen(),
                one -> Errors.run(() -> dialogs.log(List.of(one.personId()), List.of(one.id()), () -> {
                    assignment.refresh();
                    changed();
                })));
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                live.follow(null);
            }
        });
    }

    /**
     * @param participantChanged gets whose row has changed here
     * @param openPerson opens a person at an assignment
     */
    void use(Consumer<Long> participantChanged, BiConsumer<Long, Long> openPerson) {
        changed = participantChanged;
        opened = openPerson;
    }

    /** Opens over the cell the grid shows the assignment in. */
    void open(Component grid, long cycleId, MatrixRow of, long id) {
        row = of;
        assignmentId = id;
        person.setText(of.participant().name());
        assignment.show(of.participant().personId(), cycleId, id);
        live.follow(cycleId);
        getElement().executeJs(OVER_CELL, grid.getElement(), Long.toString(id));
    }

    private void changed() {
        if (row != null) {
            changed.accept(row.participant().id());
        }
    }
}
