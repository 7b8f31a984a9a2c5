package org.weft.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What the installation sets about mail, by properties or by the environment: {@code spring.mail.*} and
 * {@code weft.mail.*}. It wins over what is saved in the portal, one by one.
 */
@Component
@EnableConfigurationProperties({MailProperties.class, WeftMailProperties.class})
class MailInstallation {

    /** The fields of a {@link MailServerDraft} the installation can set, by name, and where each is set. */
    private static final Map<String, Setting> SETTINGS = Map.of(
            "host", new Setting("WEFT_MAIL_HOST", "spring.mail.host"),
            "port", new Setting("WEFT_MAIL_PORT", "spring.mail.port"),
            "user", new Setting("WEFT_MAIL_USER", "spring.mail.username"),
            "password", new Setting("WEFT_MAIL_PASSWORD", "spring.mail.password"),
            "fromAddress", new Setting("WEFT_MAIL_FROM", "weft.mail.from"),
            "fromName", new Setting("WEFT_MAIL_FROM_NAME", "weft.mail.from-name"),
            "bounce", new Setting("WEFT_MAIL_BOUNCE", "weft.mail.bounce"),
            "connections", new Setting("WEFT_MAIL_CONNECTIONS", "weft.mail.connections"),
            "messagesPerConnection",
                    new Setting("WEFT_MAIL_MESSAGES_PER_CONNECTION", "weft.mail.messages-per-connection"),
            "perMinute", new Setting("WEFT_MAIL_PER_MINUTE", "weft.mail.per-minute"));

    private final MailProperties server;
    private final WeftMailProperties weft;
    private final Environment environment;

    MailInstallation(MailProperties server, WeftMailProperties weft, Environment environment) {
        this.server = server;
        this.weft = weft;
        this.environment = environment;
    }

    private record Setting(String variable, String property) {}

    MailProperties server() {
        return server;
    }

    WeftMailProperties weft() {
        return weft;
    }

    /** The fields the installation sets, each with the variable or property that does. */
    Map<String, String> fixed() {
        var fixed = new HashMap<String, String>();
        SETTINGS.forEach((field, setting) -> {
            if (isSet(field)) {
                fixed.put(
                        field,
                        environment.containsProperty(setting.variable()) ? setting.variable() : setting.property());
            }
        });
        var security = securityBy();
        if (security != null) {
            fixed.put("security", security);
        }
        return fixed;
    }

    private boolean isSet(String field) {
        return switch (field) {
            case "host" -> has(server.getHost());
            case "port" -> server.getPort() != null;
            case "user" -> has(server.getUsername());
            case "password" -> has(server.getPassword());
            case "fromAddress" -> has(weft.from());
            case "fromName" -> has(weft.fromName());
            case "bounce" -> has(weft.bounce());
            case "connections" -> weft.connections() != null;
            case "messagesPerConnection" -> weft.messagesPerConnection() != null;
            case "perMinute" -> weft.perMinute() != null;
            default -> throw new IllegalArgumentException(field);
        };
    }

    private @Nullable String securityBy() {
        if (server.getSsl().isEnabled()) {
            return "spring.mail.ssl.enabled";
        }
        if ("smtps".equals(server.getProtocol())) {
            return "spring.mail.protocol";
        }
        if (weft.tls() == null) {
            return null;
        }
        return environment.containsProperty("WEFT_MAIL_TLS") ? "WEFT_MAIL_TLS" : "weft.mail.tls";
    }

    /** What is saved in the portal, with the installation's own over it. */
    MailServerDraft over(MailServerDraft saved) {
        return new MailServerDraft(
                first(server.getHost(), saved.host()),
                first(server.getPort(), saved.port()),
                security(saved.security()),
                first(server.getUsername(), saved.user()),
                has(server.getPassword()) ? server.getPassword() : saved.password(),
                first(weft.from(), saved.fromAddress()),
                first(weft.fromName(), saved.fromName()),
                first(weft.bounce(), saved.bounce()),
                first(weft.connections(), saved.connections()),
                first(weft.messagesPerConnection(), saved.messagesPerConnection()),
                first(weft.perMinute(), saved.perMinute()));
    }

    private MailSecurity security(MailSecurity saved) {
        if (server.getSsl().isEnabled() || "smtps".equals(server.getProtocol())) {
            return MailSecurity.TLS;
        }
        var tls = weft.tls();
        if (tls == null) {
            return saved;
        }
        return tls ? MailSecurity.STARTTLS : MailSecurity.NONE;
    }

    /** What is to be saved of what was typed: what the installation sets stays as it was saved before. */
    MailServerDraft without(MailServerDraft typed, MailServerDraft saved) {
        var fixed = fixed();
        return new MailServerDraft(
                of("host", fixed, typed, saved, MailServerDraft::host),
                fixed.containsKey("port") ? saved.port() : typed.port(),
                of("security", fixed, typed, saved, MailServerDraft::security),
                of("user", fixed, typed, saved, MailServerDraft::user),
                fixed.containsKey("password") ? null : typed.password(),
                of("fromAddress", fixed, typed, saved, MailServerDraft::fromAddress),
                of("fromName", fixed, typed, saved, MailServerDraft::fromName),
                of("bounce", fixed, typed, saved, MailServerDraft::bounce),
                fixed.containsKey("connections") ? saved.connections() : typed.connections(),
                fixed.containsKey("messagesPerConnection")
                        ? saved.messagesPerConnection()
                        : typed.messagesPerConnection(),
                fixed.containsKey("perMinute") ? saved.perMinute() : typed.perMinute());
    }

    private static <T> T of(
            String field,
            Map<String, String> fixed,
            MailServerDraft typed,
            MailServerDraft saved,
            Function<MailServerDraft, T> value) {
        return value.apply(fixed.containsKey(field) ? saved : typed);
    }

    private static boolean has(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static String first(@Nullable String set, String saved) {
        return set == null || set.isBlank() ? saved : set.strip();
    }

    private static @Nullable Integer first(@Nullable Integer set, @Nullable Integer saved) {
        return set == null ? saved : set;
    }
}
