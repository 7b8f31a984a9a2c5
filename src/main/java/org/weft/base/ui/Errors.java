package org.weft.base.ui;

import com.vaadin.flow.component.UI;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;

/**
 * Tells people what went wrong. What they can put right is said in their words; what they cannot gets a reference under
 * which the log holds the detail.
 */
public final class Errors {

    private static final Logger log = LoggerFactory.getLogger(Errors.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Errors() {}

    /**
     * Does something and shows what went wrong with it.
     *
     * @return whether it went well
     */
    public static boolean run(Runnable action) {
        try {
            action.run();
            return true;
        } catch (RuntimeException e) {
            show(e);
            return false;
        }
    }

    /** Shows a failure to the current UI's reader. */
    public static void show(Throwable failure) {
        Notifications.error(words(failure));
    }

    /** A failure in the words of the current UI's reader. Logs what they cannot put right, under a reference. */
    public static String words(Throwable failure) {
        var ui = UI.getCurrentOrThrow();
        return switch (failure) {
            case InvalidInputException invalid ->
                ui.getTranslation(invalid.text().key(), invalid.text().args().toArray());
            case StaleEditException stale -> ui.getTranslation("base.error.stale");
            case NotFoundException missing -> ui.getTranslation("base.error.notFound");
            case AccessDeniedException denied -> ui.getTranslation("base.error.notFound");
            default -> ui.getTranslation("base.error.unexpected", log(failure));
        };
    }

    /**
     * Writes an unexpected failure to the log.
     *
     * @return the reference it is found under
     */
    public static String log(Throwable failure) {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        var reference = HexFormat.of().withUpperCase().formatHex(bytes);
        log.error("Unexpected error, reference {}", reference, failure);
        return reference;
    }
}
