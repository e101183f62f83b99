package org.binome.portal;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.portal.ApiModel.ContractView;
import org.binome.portal.ApiModel.RevisionView;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Contracts for other programs.
 */
@RestController
@RequestMapping("/api/contracts")
@Tag(name = "Contracts", description = "Revisions of contracts and their exact PDF")
class ContractsApi {

	private final Contracts contracts;

	ContractsApi(Contracts contracts) {
		this.contracts = contracts;
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Read a contract", description = "With its revisions, newest first.")
	ContractView get(@PathVariable UUID id) {
		Contract contract = this.contracts.get(id);
		return new ContractView(id, contract.reference(), contract.partnershipId(), contract.state().name(),
				contract.revisionInForce(), contract.startsOn(), contract.endsOn(), contract.noticeBy(),
				this.contracts.revisions(id)
					.stream()
					.map((revision) -> new RevisionView(revision.number(), revision.kind(), revision.clauseProfile(),
							revision.language(), revision.templateVersion(), revision.dataSha256(), revision.sha256(),
							revision.author(), revision.reason(), revision.createdAt()))
					.toList());
	}

	@GetMapping(path = "/{id}/revisions/{number}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
	@Operation(summary = "Download a revision", description = "The exact PDF, whose SHA-256 is the revision's sha256.")
	ResponseEntity<byte[]> pdf(@PathVariable UUID id, @PathVariable int number) {
		byte[] pdf = this.contracts.pdf(id, number);
		String name = this.contracts.get(id).reference() + "-" + number + ".pdf";
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(pdf);
	}

}
