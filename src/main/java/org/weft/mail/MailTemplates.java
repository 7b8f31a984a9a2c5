package org.weft.mail;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.weft.base.Translations;

/**
 * Makes a mail out of a template and values. A template is two files of {@code templates/mail}: {@code <name>.mjml} for the
 * HTML part, {@code <name>.txt} for the plain one. Both are Thymeleaf; {@code #{key}} in them is a text of the
 * {@code i18n} bundles. Values are put in before MJML is turned into HTML, each one escaped, so markup in a value
 * stays the text it is.
 */
@Component
public class MailTemplates {

    private final TemplateEngine engine;

    MailTemplates(Translations translations) {
        var spring = new SpringTemplateEngine();
        spring.addTemplateResolver(resolver(".mjml", TemplateMode.HTML));
        spring.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
        spring.setMessageResolver(new BundleMessages(translations));
        engine = spring;
    }

    /**
     * Renders a mail.
     *
     * @param name the template's name, such as {@code reminder}
     * @param locale the recipient's language
     * @param subject ready to be read, one line
     * @param model the values the template names; dates and numbers ready to be read
     * @throws org.weft.base.InvalidInputException at {@code subject} when mail cannot be sent under it
     */
    public RenderedMail render(String name, Locale locale, String subject, Map<String, Object> model) {
        RenderedMail.checkSubject(subject);
        var context = new Context(locale, model);
        context.setVariable("subject", subject);
        var mjml = engine.process(name + ".mjml", context);
        var html = Mjml4j.render(mjml, new Mjml4j.Configuration(locale.getLanguage(), Mjml4j.TextDirection.LTR));
        var text = engine.process(name + ".txt", context).strip() + "\n";
        return new RenderedMail(subject, html, text);
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/mail/");
        resolver.getResolvablePatternSpec().addPattern("*" + suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        return resolver;
    }

    private static class BundleMessages extends AbstractMessageResolver {

        private final Translations translations;

        BundleMessages(Translations translations) {
            this.translations = translations;
        }

        @Override
        public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
            return translations.translate(key, context.getLocale(), parameters == null ? new Object[0] : parameters);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
            return key;
        }
    }
}
