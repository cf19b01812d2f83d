# Code for the Wayland protocols that we speak, made from the XML files of Debian's packages.
pkg_get_variable(wayland_scanner wayland-scanner wayland_scanner)
pkg_get_variable(wayland_protocols wayland-protocols pkgdatadir)
find_package(PlasmaWaylandProtocols REQUIRED)
set(wayland_xml_ext-idle-notify-v1 ${wayland_protocols}/staging/ext-idle-notify/ext-idle-notify-v1.xml)
set(wayland_xml_kde-idle ${PLASMA_WAYLAND_PROTOCOLS_DIR}/idle.xml)

# wayland_protocol(<target> <protocol> <what> <file>): `what` wayland-scanner makes, in a folder that the target and those
# that link it include from. The code is not ours: our warnings are not for it.
function(wayland_protocol target protocol what file)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/wayland)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(OUTPUT ${folder}/${file}
        COMMAND ${wayland_scanner} ${what} ${wayland_xml_${protocol}} ${folder}/${file}
        DEPENDS ${wayland_xml_${protocol}}
        VERBATIM)
    target_sources(${target} PRIVATE ${folder}/${file})
    target_include_directories(${target} SYSTEM PUBLIC ${folder})
endfunction()
