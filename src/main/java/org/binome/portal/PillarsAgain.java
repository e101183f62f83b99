package org.binome.portal;

import java.security.Principal;
import java.util.UUID;

import org.binome.relationship.Pillars;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where somebody asks both sides for new scores of the four pillars while the partnership
 * is followed (QUA-06).
 */
@Controller
class PillarsAgain {

	private final Pillars pillars;

	PillarsAgain(Pillars pillars) {
		this.pillars = pillars;
	}

	@PostMapping("/partnerships/{id}/pillars/again")
	@PreAuthorize("hasRole('MANAGER')")
	String ask(@PathVariable UUID id, Principal user) {
		this.pillars.askAgain(id, user.getName());
		return "redirect:/partnerships/" + id;
	}

}
