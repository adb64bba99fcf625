package org.yiwang.organisation.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;

/** A request's person with the session it came in by. */
final class SignedIn extends AbstractAuthenticationToken {
    private final transient Staff staff;
    private final transient String token;

    SignedIn(Staff staff, String token) {
        super(authorities(staff));
        this.staff = staff;
        this.token = token;
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(Staff staff) {
        return Access.permissions(staff.roles()).stream()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    /** The person of the request at hand; without one it is refused. */
    static SignedIn required() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn person) return person;
        throw Refusal.refuse(Refusal.Kind.UNAUTHENTICATED, "session.none").exception();
    }

    /** The person of the request at hand, if there is one. */
    static Optional<Staff> ifAny() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn person
                ? Optional.of(person.getPrincipal())
                : Optional.empty();
    }

    @Override
    public Staff getPrincipal() {
        return staff;
    }

    @Override
    public String getCredentials() {
        return token;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
