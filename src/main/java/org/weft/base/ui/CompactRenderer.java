package org.weft.base.ui;

import com.vaadin.flow.component.page.PendingJavaScriptResult;
import com.vaadin.flow.data.provider.DataGenerator;
import com.vaadin.flow.data.provider.DataKeyMapper;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.data.renderer.Rendering;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonSerializer;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws a cell as a {@link LitRenderer} does, and sends less for it: the values of a cell as one array instead of a long
 * name for each, nothing for what is empty at its end, and nothing at all for a column that is hidden. Who shows a column
 * that was hidden has the rows sent anew.
 */
public final class CompactRenderer<T> extends Renderer<T> {

    /** Gives the renderer the names back under which it asks for the values. */
    private static final String UNPACK = """
            const draw = this[$0];
            const unpack = (root, owner, model) => {
              const item = {key: model.item.key};
              (model.item[$1] ?? []).forEach((value, index) => { item[draw.__rendererId + $2[index]] = value; });
              draw(root, owner, {...model, item});
            };
            unpack.__rendererId = draw.__rendererId;
            this[$0] = unpack;""";

    /** Tells the cells of a row from each other. */
    private static final AtomicLong NAMES = new AtomicLong();

    private final LitRenderer<T> cell;
    private final String name = Long.toString(NAMES.incrementAndGet(), Character.MAX_RADIX);
    private final List<String> properties;

    public CompactRenderer(LitRenderer<T> cell) {
        this.cell = cell;
        properties = List.copyOf(cell.getValueProviders().keySet());
    }

    /** What a cell says of a row; for tests, which have no browser to draw it. */
    public @Nullable Object value(T row, String property) {
        return Objects.requireNonNull(cell.getValueProviders().get(property), property)
                .apply(row);
    }

    @Override
    public Rendering<T> render(Element container, DataKeyMapper<T> keyMapper, String rendererName) {
        var drawn = cell.render(container, keyMapper, rendererName);
        // The renderer is set on every attach, just before this.
        var attached = container.addAttachListener(event -> unpack(container, rendererName));
        if (container.getNode().isAttached()) {
            unpack(container, rendererName);
        }
        return new Rendering<>() {
            @Override
            public Optional<DataGenerator<T>> getDataGenerator() {
                return Optional.of((row, json) -> {
                    if (container.isVisible()) {
                        pack(row, json);
                    }
                });
            }

            @Override
            public Registration getRegistration() {
                return Registration.combine(attached, drawn.getRegistration());
            }
        };
    }

    private PendingJavaScriptResult unpack(Element container, String rendererName) {
        var names = JsonNodeFactory.instance.arrayNode();
        properties.forEach(names::add);
        return container.executeJs(UNPACK, rendererName, name, names);
    }

    private void pack(T row, ObjectNode json) {
        var values = JsonNodeFactory.instance.arrayNode();
        for (var value : cell.getValueProviders().values()) {
            values.add(JacksonSerializer.toJson(value.apply(row)));
        }
        while (!values.isEmpty() && isNothing(values.get(values.size() - 1))) {
            values.remove(values.size() - 1);
        }
        if (!values.isEmpty()) {
            json.set(name, values);
        }
    }

    /** What a template draws as nothing, be it there or not. */
    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isString() && value.asString().isEmpty()
                || value.isBoolean() && !value.asBoolean();
    }
}
