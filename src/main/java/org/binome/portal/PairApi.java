package org.binome.portal;

import java.security.Principal;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.binome.relationship.Pairs;
import org.binome.relationship.Pairs.Side;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets other programs, such as the one that knows who works where, say that one of a
 * named pair leaves (GOV-01).
 */
@RestController
@RequestMapping("/api/partnerships/{id}/pair")
@Tag(name = "Partnerships")
class PairApi {

	private final Pairs pairs;

	PairApi(Pairs pairs) {
		this.pairs = pairs;
	}

	@PostMapping(path = "/departure", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasRole('MANAGER')")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Report that one of the pair leaves", description = """
			The pair no longer stands, and the process asks for another. The same side again changes nothing; 409 when \
			nobody is named, or the partnership is closed.""")
	void leave(@PathVariable UUID id, @Valid @RequestBody DepartureRequest request, Principal user) {
		this.pairs.leave(id, request.side(), request.reason().replace("\u0000", "").strip(), user.getName());
	}

	/** Who leaves, and why. */
	record DepartureRequest(@Schema(description = "Whose person leaves") @NotNull Side side,
			@NotBlank @Size(max = 2000) String reason) {
	}

}
