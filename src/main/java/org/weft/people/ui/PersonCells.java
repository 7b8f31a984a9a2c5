package org.weft.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import org.weft.people.PersonRow;

/** Cells that only lists of people have. */
final class PersonCells {

    private PersonCells() {}

    /** The address, or that mail does not reach the person; nothing for those who have left and need none. */
    static LitRenderer<PersonRow> email(Component owner) {
        var unreachable = owner.getTranslation("people.unreachable");
        return LitRenderer.<PersonRow>of("""
                        ${item.email
                          ? html`<span class="weft-people-email" title="${item.email}">${item.email}</span>`
                          : item.active ? html`<span class="weft-badge" data-tone="amber">${item.unreachable}</span>` : '–'}""")
                .withProperty("email", PersonRow::email)
                .withProperty("active", PersonRow::active)
                .withProperty("unreachable", row -> unreachable);
    }
}
