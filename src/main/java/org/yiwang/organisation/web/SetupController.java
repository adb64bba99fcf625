package org.yiwang.organisation.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.model.Account;
import org.yiwang.organisation.usecase.CreateFirstAdministrator;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;

/** The first administrator of a new installation, by the link that the server printed. */
@RestController
@RequestMapping("/api/v1/public/setup")
class SetupController {
    @SchemaName("SetupEntry")
    record Entry(
            @Nullable String token,
            @Nullable String login,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String password) {}

    record Setup(boolean needed) {}

    record FirstAdministrator(String login) {}

    private final CreateFirstAdministrator create;
    private final Tenant tenant;

    SetupController(CreateFirstAdministrator create, @Value("${yiwang.tenant}") int tenant) {
        this.create = create;
        this.tenant = new Tenant(tenant);
    }

    @GetMapping
    Setup state() {
        return new Setup(create.isNeeded(tenant));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FirstAdministrator create(@RequestBody Entry entry) {
        String name = text(entry.name());
        String nameEn = entry.nameEn() == null || entry.nameEn().isBlank() ? name : text(entry.nameEn());
        Account account =
                create.create(tenant, text(entry.token()), text(entry.login()), name, nameEn, text(entry.password()));
        return new FirstAdministrator(account.staff().login());
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
