package org.weft.reports.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableBiFunction;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Pageable;
import org.weft.reports.subscriptions.RecipientOption;

/** Names who gets a report: accounts that may have it, found by words of their name or address. */
class RecipientPicker extends MultiSelectComboBox<RecipientOption> {

    /** @param accounts finds accounts by a search text, a page at a time */
    RecipientPicker(SerializableBiFunction<String, Pageable, List<RecipientOption>> accounts) {
        setLabel(getTranslation("reports.subscription.recipients"));
        setHelperText(getTranslation("reports.subscription.recipients.help"));
        setItemsPageable((page, search) -> accounts.apply(Objects.requireNonNullElse(search, ""), page))
                .setIdentifierProvider(RecipientOption::accountId);
        setItemLabelGenerator(RecipientOption::name);
        setRenderer(LitRenderer.<RecipientOption>of("""
                        <div class="weft-two-lines">
                          <span>${item.name}</span>
                          <span class="weft-sub">${item.address}</span>
                        </div>""")
                .withProperty("name", RecipientOption::name)
                .withProperty("address", this::address));
        setAutoExpand(AutoExpandMode.VERTICAL);
        setI18n(new MultiSelectComboBoxI18n()
                .setCleared(getTranslation("reports.subscription.recipients.cleared"))
                .setFocused(getTranslation("reports.subscription.recipients.focused"))
                .setSelected(getTranslation("reports.subscription.recipients.selected"))
                .setDeselected(getTranslation("reports.subscription.recipients.deselected"))
                .setTotal(getTranslation("reports.subscription.recipients.total")));
    }

    private String address(RecipientOption account) {
        return account.address().isEmpty()
                ? getTranslation("reports.subscription.recipients.noAddress")
                : account.address();
    }

    Set<Long> ids() {
        return getValue().stream().map(RecipientOption::accountId).collect(Collectors.toUnmodifiableSet());
    }

    void show(Collection<RecipientOption> accounts) {
        setValue(new LinkedHashSet<>(accounts));
    }
}
