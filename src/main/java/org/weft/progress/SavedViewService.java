package org.weft.progress;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.access.CurrentUser;
import org.weft.access.Role;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.base.InvalidInputException;
import org.weft.base.NotFoundException;
import org.weft.base.StaleEditException;
import org.weft.base.Text;

/**
 * Views of progress that have a name: an account's own, and those that are shared with a role it holds. Any other looks
 * as if it did not exist. A view holds what to look for, never whom: its reader sees what the own scope reaches.
 */
@Service
@PreAuthorize("hasAnyRole('HR', 'MANAGER')")
@Transactional
public class SavedViewService {

    private static final String THING = "saved view";
    private static final Set<Role> READERS = Set.of(Role.HR, Role.MANAGER);

    private static final String READ = """
            select v.id, v.name, v.page, v.query, v.owner_id, v.shared_with, v.default_for, v.version,
                a.display_name as owner, f.view_id is not null as first
            from saved_view v left join account a on a.id = v.owner_id
                left join saved_view_first f on f.view_id = v.id and f.account_id = :me
            where (v.owner_id = :me or v.shared_with in (:roles))""";

    private final SavedViewRepository views;
    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final AuditTrail audit;

    SavedViewService(SavedViewRepository views, JdbcClient jdbc, CurrentUser currentUser, AuditTrail audit) {
        this.views = views;
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /** The own ones by name, and after them those shared by others. */
    @Transactional(readOnly = true)
    public List<SavedViewRow> list(ProgressForm form) {
        return read(" and v.page = :page order by case when v.owner_id = :me then 0 else 1 end, lower(v.name), v.id")
                .param("page", form.name())
                .query(this::row)
                .list();
    }

    /** @throws NotFoundException if there is none, or it is somebody else's and not shared with a role held */
    @Transactional(readOnly = true)
    public SavedViewRow get(long id) {
        return read(" and v.id = :id")
                .param("id", id)
                .query(this::row)
                .optional()
                .orElseThrow(() -> new NotFoundException(THING, id));
    }

    /** What is seen first where no view is asked for: the account's choice, or that of a role it holds. */
    @Transactional(readOnly = true)
    public Optional<SavedViewRow> standard(ProgressForm form) {
        return read("""
                         and v.page = :page and (f.view_id is not null or v.default_for in (:roles))
                        order by case when f.view_id is not null then 0 when v.default_for = 'HR' then 1 else 2 end
                        fetch first 1 rows only""").param("page", form.name()).query(this::row).optional();
    }

    private JdbcClient.StatementSpec read(String further) {
        return jdbc.sql(READ + further)
                .param("me", me())
                .param(
                        "roles",
                        currentUser.get().roles().stream()
                                .filter(READERS::contains)
                                .map(Role::name)
                                .toList());
    }

    private SavedViewRow row(java.sql.ResultSet rs, int n) throws java.sql.SQLException {
        var shared = rs.getString("shared_with");
        var owner = rs.getString("owner");
        return new SavedViewRow(
                rs.getLong("id"),
                rs.getString("name"),
                ProgressForm.valueOf(rs.getString("page")),
                rs.getString("query"),
                rs.getLong("owner_id") == me(),
                owner == null ? "" : owner,
                shared == null ? null : Role.valueOf(shared),
                rs.getString("default_for") != null,
                rs.getBoolean("first"),
                rs.getInt("version"));
    }

    private long me() {
        return currentUser.get().id();
    }

    /**
     * Saves a view of one's own.
     *
     * @return its id
     * @throws InvalidInputException if the draft breaks its rules or the name is taken
     */
    public long add(SavedViewDraft draft) {
        var checked = checked(draft, null);
        makeWay(checked, 0);
        var view = saved(0, checked, () -> views.saveAndFlush(new SavedView(me(), checked)));
        audit.record(
                AuditEvent.of("SAVED_VIEW_ADDED", THING, view.id(), view.name()).detail(detail(checked)));
        return view.id();
    }

    /**
     * Changes a view of one's own; its form stays.
     *
     * @throws NotFoundException if there is none of one's own
     * @throws StaleEditException if it was changed since it was read
     * @throws InvalidInputException as {@link #add} does
     */
    public void save(long id, int version, SavedViewDraft draft) {
        var view = own(id, version);
        var checked = checked(draft, view.sharedWith());
        makeWay(checked, id);
        view.change(checked);
        saved(id, checked, () -> views.saveAndFlush(view));
        audit.record(
                AuditEvent.of("SAVED_VIEW_CHANGED", THING, id, checked.name()).detail(detail(checked)));
    }

    /** Removes a view of one's own; whoever saw it first sees everybody again. Throws as {@link #save} does. */
    public void remove(long id, int version) {
        var view = own(id, version);
        views.delete(view);
        views.flush();
        audit.record(AuditEvent.of("SAVED_VIEW_REMOVED", THING, id, view.name()));
    }

    /**
     * What this account sees first from now on.
     *
     * @param id null for what the role sees first
     * @throws NotFoundException as {@link #get} does
     */
    public void first(ProgressForm form, @Nullable Long id) {
        if (id != null && get(id).form() != form) {
            throw new NotFoundException(THING, id);
        }
        jdbc.sql("delete from saved_view_first where account_id = ? and page = ?")
                .params(me(), form.name())
                .update();
        if (id != null) {
            jdbc.sql("insert into saved_view_first (account_id, page, view_id) values (?, ?, ?)")
                    .params(me(), form.name(), id)
                    .update();
        }
    }

    private SavedView own(long id, int version) {
        var view =
                views.findById(id).filter(one -> one.ownedBy(me())).orElseThrow(() -> new NotFoundException(THING, id));
        if (view.version() != version) {
            throw new StaleEditException(THING, id);
        }
        return view;
    }

    private SavedViewDraft checked(SavedViewDraft draft, @Nullable Role before) {
        var name = draft.name().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (name.isEmpty()) {
            throw new InvalidInputException("name", Text.of("progress.saved.error.name"));
        }
        if (name.length() > SavedViewDraft.NAME_LENGTH) {
            throw new InvalidInputException(
                    "name", Text.of("progress.saved.error.long", SavedViewDraft.NAME_LENGTH, name.length()));
        }
        if (draft.query().length() > SavedViewDraft.QUERY_LENGTH) {
            throw new InvalidInputException(Text.of("progress.saved.error.query"));
        }
        var role = draft.sharedWith();
        // Who is no longer HR may go on to rename what was shared before.
        if (role != null && (!READERS.contains(role) || !currentUser.has(Role.HR) && role != before)) {
            throw new InvalidInputException("sharedWith", Text.of("progress.saved.error.share"));
        }
        var standard = draft.standard() && role != null && currentUser.has(Role.HR);
        return new SavedViewDraft(name, draft.form(), draft.query(), role, standard);
    }

    /** There is one standard view a role: another one gives its place up. */
    private void makeWay(SavedViewDraft draft, long id) {
        var role = draft.sharedWith();
        if (draft.standard() && role != null) {
            jdbc.sql("""
                            update saved_view set default_for = null, version = version + 1
                            where page = ? and default_for = ? and id <> ?""").params(draft.form().name(), role.name(), id).update();
        }
    }

    private static SavedView saved(long id, SavedViewDraft draft, Supplier<SavedView> save) {
        try {
            return save.get();
        } catch (OptimisticLockingFailureException e) {
            throw new StaleEditException(THING, id);
        } catch (DataIntegrityViolationException e) {
            throw new InvalidInputException("name", Text.of("progress.saved.error.taken", draft.name()));
        }
    }

    private static @Nullable String detail(SavedViewDraft draft) {
        var role = draft.sharedWith();
        return role == null ? null : "shared with " + role + (draft.standard() ? ", seen first" : "");
    }
}
