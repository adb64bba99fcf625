package org.yiwang.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Units;
import org.yiwang.organisation.model.Account;
import org.yiwang.organisation.model.Attempt;
import org.yiwang.organisation.model.Settings;
import org.yiwang.organisation.store.StaffStore;
import org.yiwang.organisation.usecase.ChangeOwnPassword;
import org.yiwang.organisation.usecase.Devices;
import org.yiwang.organisation.usecase.Sessions;
import org.yiwang.organisation.usecase.SignIn;
import org.yiwang.organisation.usecase.SignIn.Outcome;
import org.yiwang.organisation.usecase.SignOut;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;

@RestController
@RequestMapping("/api/v1/session")
class SessionController {
    private static final List<String> LOCALES = List.of("zh-CN", "en");

    /** @param tenant sub-district, where several live in one system; otherwise that of the installation */
    record Credentials(
            @Nullable String login,
            @Nullable String password,
            @Nullable Integer tenant) {}

    record NewPassword(@Nullable String current, @Nullable String password) {}

    record Wishes(@Nullable Boolean largeType, @Nullable String locale) {}

    private final SignIn signIn;
    private final SignOut signOut;
    private final ChangeOwnPassword changeOwnPassword;
    private final StaffStore staffStore;
    private final Units units;
    private final Clock clock;
    private final int own;

    SessionController(
            SignIn signIn,
            SignOut signOut,
            ChangeOwnPassword changeOwnPassword,
            StaffStore staffStore,
            Units units,
            Clock clock,
            @Value("${yiwang.tenant}") int own) {
        this.signIn = signIn;
        this.signOut = signOut;
        this.changeOwnPassword = changeOwnPassword;
        this.staffStore = staffStore;
        this.units = units;
        this.clock = clock;
        this.own = own;
    }

    @PostMapping
    ResponseEntity<Me> open(@RequestBody Credentials given, HttpServletRequest request) throws InterruptedException {
        String login = needed(given.login(), "login");
        String password = needed(given.password(), "password");
        // The database is bound to our own sub-district; nobody of another is known here.
        boolean isElsewhere = given.tenant() != null && given.tenant() != own;
        Attempt attempt = attempt(new Tenant(own), login, password, request);
        Outcome outcome = isElsewhere ? new Outcome.Wrong() : signIn.signIn(attempt);
        if (outcome instanceof Outcome.Opened) closeFormer(request);
        return answer(outcome, request);
    }

    @GetMapping
    ResponseEntity<Me> current(Staff staff) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(me(staff));
    }

    /** For pages that serve residents and staff alike: that nobody is signed in is an answer there, not a failure. */
    @GetMapping(params = "optional")
    ResponseEntity<Me> ifAny() {
        return SignedIn.ifAny().map(this::current).orElseGet(() -> ResponseEntity.noContent()
                .cacheControl(CacheControl.noStore())
                .build());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> close(HttpServletRequest request) {
        closeFormer(request);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, Cookies.session("", Duration.ZERO, request))
                .build();
    }

    @PostMapping("/password")
    ResponseEntity<Me> changePassword(Staff staff, @RequestBody NewPassword given, HttpServletRequest request)
            throws InterruptedException {
        String current = needed(given.current(), "current");
        String password = needed(given.password(), "password");
        Attempt attempt = attempt(staff.tenant(), staff.login(), current, request);
        Outcome outcome = changeOwnPassword.change(staff, attempt, password);
        if (outcome instanceof Outcome.Wrong)
            throw Refusal.invalid("current", "people.wrong-current").exception();
        return answer(outcome, request);
    }

    @PutMapping("/settings")
    Me set(Staff staff, @RequestBody Wishes wishes) {
        Settings now = account(staff).settings();
        String locale = wishes.locale() == null ? now.locale() : wishes.locale();
        if (!LOCALES.contains(locale))
            throw Refusal.invalid("locale", "session.unknown-locale", locale).exception();
        boolean large = wishes.largeType() == null ? now.largeType() : wishes.largeType();
        staffStore.setSettings(staff.tenant(), staff.id(), new Settings(large, locale));
        return me(staff);
    }

    private ResponseEntity<Me> answer(Outcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case Outcome.Opened opened ->
                ResponseEntity.ok()
                        .header(HttpHeaders.SET_COOKIE, Cookies.session(opened.session(), Sessions.LIFE_MAX, request))
                        .header(HttpHeaders.SET_COOKIE, Cookies.device(opened.device(), Devices.KNOWN_MAX, request))
                        .cacheControl(CacheControl.noStore())
                        .body(me(opened.account()));
            case Outcome.MustWait(Duration wait) ->
                throw mustWait(wait.plusMillis(999).toSeconds());
            case Outcome.Wrong() ->
                throw Refusal.refuse(Refusal.Kind.UNAUTHENTICATED, "session.wrong-password")
                        .exception();
        };
    }

    private static RefusedException mustWait(long seconds) {
        Refusal refusal = Refusal.refuse(Refusal.Kind.THROTTLED, "session.throttled", seconds);
        return new RefusedException(refusal, Map.of(RefusedException.RETRY_AFTER_SECONDS, seconds));
    }

    /** The cookie that came in is never kept: what somebody may have planted there opens nothing. */
    private void closeFormer(HttpServletRequest request) {
        Cookies.find(request, Cookies.SESSION).ifPresent(signOut::signOut);
    }

    private Me me(Staff staff) {
        return me(account(staff));
    }

    private Me me(Account account) {
        return Me.of(account, units.tree(account.staff().tenant()), clock.instant());
    }

    private Account account(Staff staff) {
        return staffStore.find(staff.tenant(), staff.id()).orElseThrow(() -> Refusal.refuse(
                        Refusal.Kind.UNAUTHENTICATED, "session.none")
                .exception());
    }

    private static Attempt attempt(Tenant tenant, String login, String password, HttpServletRequest request) {
        String device = Cookies.find(request, Cookies.DEVICE).orElse(null);
        return new Attempt(tenant, login, password, request.getRemoteAddr(), device);
    }

    private static String needed(@Nullable String value, String field) {
        if (value == null || value.isBlank())
            throw Refusal.invalid(field, "session.incomplete").exception();
        return value;
    }
}
