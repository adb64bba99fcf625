package org.yiwang.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.platform.Refusal;

@RestController
@RequestMapping("/api/v1/session")
class SessionController {
    record Credentials(@NotBlank String login, @NotBlank String password) {}

    /** The signed-in person as the screens need it; {@code now} lets them show what is left of a limit by the server's clock. */
    record Me(
            UUID id,
            String login,
            String name,
            String nameEn,
            UnitId unit,
            String unitName,
            String unitNameEn,
            Set<Role> roles,
            Set<String> permissions,
            boolean everything,
            Set<UnitId> areas,
            Set<UnitId> committees,
            int tenant,
            Instant now) {}

    private final SignIn signIn;
    private final Sessions sessions;
    private final Units units;
    private final Clock clock;

    SessionController(SignIn signIn, Sessions sessions, Units units, Clock clock) {
        this.clock = clock;
        this.signIn = signIn;
        this.sessions = sessions;
        this.units = units;
    }

    @PostMapping
    ResponseEntity<Me> open(@RequestBody Credentials credentials, HttpServletRequest request) {
        if (credentials.login() == null || credentials.password() == null) {
            throw Refusal.invalid("login", "session.incomplete").exception();
        }
        SessionFilter.token(request).ifPresent(sessions::close);
        SignIn.Opened opened = signIn.signIn(credentials.login(), credentials.password(), request.getRemoteAddr());
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(opened.token(), Sessions.LIFE_MAX.toSeconds(), request))
                .body(me(opened.staff()));
    }

    @GetMapping
    Me current(Staff staff) {
        return me(staff);
    }

    @DeleteMapping
    ResponseEntity<Void> close(HttpServletRequest request) {
        SessionFilter.token(request).ifPresent(sessions::close);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", 0, request))
                .build();
    }

    private Me me(Staff staff) {
        Optional<Unit> unit = units.find(staff.tenant(), staff.unit());
        return new Me(
                staff.id(),
                staff.login(),
                staff.name(),
                staff.nameEn(),
                staff.unit(),
                unit.map(Unit::name).orElse(""),
                unit.map(Unit::nameEn).orElse(""),
                staff.roles(),
                Access.permissions(staff.roles()),
                staff.sight().everything(),
                staff.sight().areas(),
                staff.sight().committees(),
                staff.tenant().code(),
                clock.instant());
    }

    private static String cookie(String token, long seconds, HttpServletRequest request) {
        return ResponseCookie.from(SessionFilter.COOKIE, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(seconds)
                .build()
                .toString();
    }
}
