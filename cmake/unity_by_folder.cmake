# What CMake's unity build puts into one (it does so with CMAKE_UNITY_BUILD, which all presets but `dev` set): files of one
# folder, in three groups by their first letter, so that a new file moves no other one into another group.
# unity_by_folder(<target>): after all its sources are known.
function(unity_by_folder target)
    get_target_property(sources ${target} SOURCES)
    foreach(source ${sources})
        if(NOT source MATCHES "^[a-z].*\\.cpp$") # of ours: not what is generated
            continue()
        endif()
        get_filename_component(folder ${source} DIRECTORY)
        get_filename_component(name ${source} NAME)
        if(name MATCHES "^[a-d]")
            set(part 1)
        elseif(name MATCHES "^[e-m]")
            set(part 2)
        else()
            set(part 3)
        endif()
        string(MAKE_C_IDENTIFIER "${folder}_${part}" group)
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
endfunction()
