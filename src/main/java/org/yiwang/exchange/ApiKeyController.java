package org.yiwang.exchange;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** Administration of the keys of other systems. */
@RestController
@RequestMapping("/api/v1/api-keys")
class ApiKeyController {
    private final ApiKeys keys;

    ApiKeyController(ApiKeys keys) {
        this.keys = keys;
    }

    @SchemaName("ApiKeyRequest")
    record Wanted(@Nullable String holder) {}

    @SchemaName("ApiKeys")
    record Keys(List<ApiKeys.ApiKey> items) {}

    @GetMapping
    @Needs("keys.manage")
    Keys list(Staff staff) {
        return new Keys(keys.list(staff.tenant()));
    }

    @PostMapping
    @Needs("keys.manage")
    @ResponseStatus(HttpStatus.CREATED)
    ApiKeys.Fresh give(Staff staff, @RequestBody Wanted wanted) {
        return keys.give(staff.tenant(), wanted.holder(), staff.id().toString());
    }

    @DeleteMapping("/{id}")
    @Needs("keys.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Staff staff, @PathVariable UUID id) {
        keys.revoke(staff.tenant(), id, staff.id().toString());
    }
}
