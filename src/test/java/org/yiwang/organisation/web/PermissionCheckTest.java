package org.yiwang.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.web.Needs;

class PermissionCheckTest {
    static class Handlers {
        @Needs("territory.manage")
        public void change() {}

        public void read() {}
    }

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_administrator_gets_through() throws Exception {
        signIn(Role.ADMIN);
        assertThat(check("change")).isTrue();
    }

    @Test
    void an_inspector_is_refused_where_a_permission_is_needed_and_only_there() throws Exception {
        signIn(Role.INSPECTOR);
        assertThatThrownBy(() -> check("change")).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(
                        e.refusal().code())
                .isEqualTo("access.not-permitted"));
        assertThat(check("read")).isTrue();
    }

    @Test
    void a_stranger_is_asked_to_sign_in() {
        assertThatThrownBy(() -> check("change")).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(
                        e.refusal().kind().status())
                .isEqualTo(401));
    }

    private boolean check(String handler) throws Exception {
        HandlerMethod method = new HandlerMethod(new Handlers(), handler);
        return new PermissionCheck().preHandle(request, new MockHttpServletResponse(), method);
    }

    private void signIn(Role role) {
        UnitId unit = new UnitId("centre");
        Sight sight = new Sight(true, Set.of(), Set.of(), unit);
        Staff staff = new Staff(new UUID(0, 1), new Tenant(310110018), "wang", "王", "Wang", unit, Set.of(role), sight);
        SecurityContextHolder.getContext().setAuthentication(new SignedIn(staff, "310110018.token"));
    }
}
