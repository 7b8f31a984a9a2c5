package org.weft.objectives;

import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;
import org.weft.people.Level;

/**
 * The library of objective templates. HR keeps it, managers read it. Templates are retired, never deleted: what was
 * assigned of them refers to them.
 */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class LibraryService {

    private final TemplateRepository templates;
    private final LibraryReader reader;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    LibraryService(TemplateRepository templates, LibraryReader reader, JdbcClient jdbc, AuditTrail audit) {
        this.templates = templates;
        this.reader = reader;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A page, sorted by {@code code} (also the default), {@code title}, {@code type}, {@code planKind}, {@code target} or {@code dueDays}. */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public List<TemplateRow> list(LibraryFilter filter, Pageable page) {
        return reader.list(filter, page);
    }

    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public int count(LibraryFilter filter) {
        return reader.count(filter);
    }

    /** What may be assigned to people of a level: everything for it that is not retired, by code. */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public List<TemplateRow> offered(Level level) {
        return reader.list(LibraryFilter.ALL.withLevel(level), Pageable.unpaged());
    }

    /** @throws NotFoundException where there is none */
    @PreAuthorize("hasAnyRole('HR', 'MANAGER')")
    @Transactional(readOnly = true)
    public TemplateDetails get(long id) {
        var template = find(id);
        var holders = jdbc.sql("select count(*) from assignment where template_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        return new TemplateDetails(
                id, template.version(), template.draft(), template.retired(), template.shipped(), holders);
    }

    /** A draft like the template, under a code that is still free. Nothing is stored. */
    @Transactional(readOnly = true)
    public TemplateDraft copyOf(long id) {
        var draft = find(id).draft();
        var number = 2;
        while (taken(numbered(draft.code(), number))) {
            number++;
        }
        return draft.withCode(numbered(draft.code(), number));
    }

    /**
     * @return the new template's id
     * @throws InvalidInputException naming the field, also for a code that is taken
     */
    public long add(TemplateDraft draft) {
        var template = save(new ObjectiveTemplate(TemplateRules.checked(draft)));
        audit.record(event("OBJECTIVE_ADDED", template));
        return idOf(template);
    }

    /**
     * Changes the wording for assignments to come; those held keep the wording they were given in.
     *
     * @throws StaleEditException where the version is no longer the current one
     */
    public void change(long id, int version, TemplateDraft draft) {
        var template = find(id, version);
        var before = template.draft();
        var after = TemplateRules.checked(draft);
        if (before.equals(after)) {
            return;
        }
        template.apply(after);
        save(template);
        audit.record(event("OBJECTIVE_CHANGED", template).detail(TemplateRules.difference(before, after)));
    }

    /** Takes it off what is offered. What is held stays. */
    public void retire(long id, int version) {
        var template = find(id, version);
        template.retire();
        save(template);
        audit.record(event("OBJECTIVE_RETIRED", template));
    }

    public void bringBack(long id, int version) {
        var template = find(id, version);
        template.bringBack();
        save(template);
        audit.record(event("OBJECTIVE_BROUGHT_BACK", template));
    }

    private ObjectiveTemplate find(long id) {
        return templates.findById(id).orElseThrow(() -> new NotFoundException("objective", id));
    }

    private ObjectiveTemplate find(long id, int version) {
        var template = find(id);
        if (template.version() != version) {
            throw new StaleEditException("Objective", id);
        }
        return template;
    }

    private ObjectiveTemplate save(ObjectiveTemplate template) {
        try {
            return templates.saveAndFlush(template);
        } catch (OptimisticLockingFailureException e) {
            throw new StaleEditException("Objective", idOf(template));
        } catch (DataIntegrityViolationException e) {
            // The only key that input can break. Asking first would not do: two may add the same code at once.
            throw new InvalidInputException("code", Text.of("objectives.library.error.code.taken", template.code()));
        }
    }

    private boolean taken(String code) {
        return jdbc.sql("select count(*) from objective_template where lower(code) = lower(?)")
                        .param(code)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String numbered(String code, int number) {
        var suffix = "-" + number;
        var room = TemplateDraft.MAX_CODE - suffix.length();
        return (code.length() > room ? code.substring(0, room) : code) + suffix;
    }

    private static long idOf(ObjectiveTemplate template) {
        var id = template.id();
        if (id == null) {
            throw new IllegalStateException("Not stored");
        }
        return id;
    }

    private static AuditEvent event(String action, ObjectiveTemplate template) {
        return AuditEvent.of(action, "objective", template.id(), template.code() + " " + template.title());
    }
}
