package org.binome.portal;

import org.binome.gate.EvidenceChain;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Checks all evidence and says what was tampered with.
 */
@Controller
class GateEvidencePage {

	private final EvidenceChain evidence;

	GateEvidencePage(EvidenceChain evidence) {
		this.evidence = evidence;
	}

	@GetMapping("/gates/evidence")
	@PreAuthorize("hasAnyRole('ADMIN', 'LEGAL')")
	String show(Model model) {
		model.addAttribute("report", this.evidence.verifyAll());
		return "gate-evidence";
	}

}
