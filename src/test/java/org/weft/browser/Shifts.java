package org.weft.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** What moved by itself while a page opened. Whoever presses just then presses something else, or nothing. */
final class Shifts {

    /** By the browser's own count: the share of the window that moved, times how far. Called good up to 0.1. */
    private static final double SEEN = 0.05;

    private static final String READ = """
            (seen) => new Promise((resolve) => {
              const box = (rect) => [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(' ');
              const words = (source) => `${source.node?.localName}.${source.node?.className} from `
                + `${box(source.previousRect)} to ${box(source.currentRect)}`;
              const found = [];
              new PerformanceObserver((list) => list.getEntries()
                .filter((entry) => !entry.hadRecentInput && entry.value > seen)
                .forEach((entry) => found.push(`${entry.value}: ${entry.sources.map(words).join(', ')}`)))
                .observe({type: 'layout-shift', buffered: true});
              // What was is told at once; that there was nothing is not.
              setTimeout(() => resolve(found), 50);
            })""";

    private Shifts() {}

    /** @return each jump somebody would have seen since the page was asked for, in words for whoever mends it */
    @SuppressWarnings("unchecked")
    static List<String> of(Page page) {
        return (List<String>) page.evaluate(READ, SEEN);
    }
}
