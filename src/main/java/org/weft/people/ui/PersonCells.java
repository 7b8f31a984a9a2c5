package org.weft.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import org.jspecify.annotations.Nullable;
import org.weft.people.PersonRow;

/** Cells that only lists of people have. */
final class PersonCells {

    private PersonCells() {}

    /** The address, or that mail does not reach the person; nothing for those who have left and need none. */
    static LitRenderer<PersonRow> email(Component owner) {
        var unreachable = owner.getTranslation("people.unreachable");
        return LitRenderer.<PersonRow>of("""
                        ${item.email
                          ? html`<span class="weft-people-email" title="${item.email}">${item.name}<wbr>${item.domain}</span>`
                          : item.active ? html`<span class="weft-badge" data-tone="amber">${item.unreachable}</span>` : '–'}""")
                .withProperty("email", PersonRow::email)
                .withProperty("name", row -> beforeDomain(row.email()))
                .withProperty("domain", row -> domain(row.email()))
                .withProperty("active", PersonRow::active)
                .withProperty("unreachable", row -> unreachable);
    }

    /** A long address breaks where people read a break: before the @. */
    private static String beforeDomain(@Nullable String email) {
        return email == null ? "" : email.substring(0, Math.max(0, email.lastIndexOf('@')));
    }

    private static String domain(@Nullable String email) {
        return email == null ? "" : email.substring(Math.max(0, email.lastIndexOf('@')));
    }
}
